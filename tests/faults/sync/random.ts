/** What a run does by chance, again with the same seed. The network's own moments are no part of it. */
export interface Random {
  /** 0 ≤ n < below */
  int(below: number): number;
  chance(of: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32 over a hash of the name: small, and the same on every machine. */
export function randomOf(name: string): Random {
  let state = 0x811c9dc5;
  for (const char of name) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    chance: (of) => next() < of,
    pick: (from) => {
      const found = from[int(from.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}

/** Of this run; printed with every result. */
export const SEED = process.env.SYNC_SEED ?? String(Date.now() % 1_000_000_007);
/** How often each fault has to strike. */
export const ROUNDS = Number(process.env.SYNC_FAULT_ROUNDS ?? 2);
