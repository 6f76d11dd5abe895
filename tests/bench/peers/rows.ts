/**
 * The rows that every candidate moves: an id (UUID v7), ten open fields, six search tokens, and 600 random bytes that stand
 * for the sealed part. They are base64 (800 letters), because JSON is what both peers send. The same number gives the same row
 * everywhere, so nothing has to be handed over.
 */
export interface Row {
  id: string;
  day: string;
  state: string;
  at: number;
  changedAt: number;
  kind: string;
  region: string;
  matter: string;
  desk: string;
  number: number;
  people: number;
  tokens: string[];
  sealed: string;
}

/** Numbers of the rows that stand at the server, and of those that are written without a network. */
export const AT_SERVER = 0;
export const WAITING = 10_000_000;

const SEALED_LETTERS = 800;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const FIRST_MOMENT = Date.UTC(2026, 0, 5, 1);
const MINUTE = 60_000;
const STATES = ['waiting', 'talking', 'settled', 'returned'];
const KINDS = ['individual', 'collective', 'repeated'];

export function rowOf(n: number): Row {
  const next = randomOf(n);
  const at = FIRST_MOMENT + n * MINUTE;
  const pick = (values: readonly string[]): string => values[next() % values.length] ?? '';
  return {
    id: uuidOf(at, next),
    day: new Date(at).toISOString().slice(0, 10),
    state: pick(STATES),
    at,
    changedAt: at + (next() % (30 * MINUTE)),
    kind: pick(KINDS),
    region: String(110_000 + (next() % 900)),
    matter: `m${next() % 40}`,
    desk: `desk-${1 + (next() % 5)}`,
    number: 1 + (n % 400),
    people: 1 + (next() % 5),
    tokens: Array.from({ length: 6 }, () => (next() % 50_000).toString(16).padStart(8, '0')),
    sealed: sealedOf(next),
  };
}

export const rowsOf = (from: number, count: number): Row[] => Array.from({ length: count }, (_, i) => rowOf(from + i));

function uuidOf(at: number, next: () => number): string {
  const time = at.toString(16).padStart(12, '0');
  const random = [next(), next(), next()].map((v) => v.toString(16).padStart(8, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-a${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

function sealedOf(next: () => number): string {
  let text = '';
  for (let i = 0; i < SEALED_LETTERS; i += 5) {
    const bits = next();
    for (let shift = 0; shift < 30; shift += 6) text += BASE64[(bits >>> shift) & 63];
  }
  return text;
}

/** xorshift32: whole numbers below 2³². */
function randomOf(seed: number): () => number {
  let state = (Math.imul(seed + 1, 2_654_435_761) ^ 0x5bd1e995) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
