/**
 * Records of one person: a record put under another keeps a link to it and nothing else is changed, so that taking the
 * link away undoes the merge completely. Groups are trees; two desks that linked A to B and B to A at the same time
 * make a ring, which must neither loop nor be read differently at the two desks.
 */

/** id → the record it was put under. Whoever is no key here is unknown or erased: a link to them leads nowhere. */
export type Links = ReadonlyMap<string, string | undefined>;

/** The record that stands for the group: the end of the links; of a ring its smallest id. */
export function headIn(links: Links, id: string): string {
  const way: string[] = [];
  let at = id;
  for (;;) {
    const turn = way.indexOf(at);
    if (turn >= 0) return way.slice(turn).reduce((least, each) => (each < least ? each : least));
    way.push(at);
    const next = links.get(at);
    if (next === undefined || !links.has(next)) return at;
    at = next;
  }
}

/** Everybody of the same group, the head first, then by id: the same order at every desk. */
export function groupIn(links: Links, id: string): string[] {
  const head = headIn(links, id);
  const others = [...links.keys()].filter((each) => each !== head && headIn(links, each) === head);
  return [head, ...others.sort()];
}

/** The record and all that were put under it: what leaves when its link is taken away. */
export function branchIn(links: Links, id: string): string[] {
  const branch = new Set([id]);
  for (const found of branch) for (const [each, under] of links) if (under === found) branch.add(each);
  return [...branch];
}

/** Why `from` cannot be put under `into`, as a sentence; null when it can. */
export function mergeProblem(links: Links, from: string, into: string): string | null {
  if (from === into) return '这是同一份记录，不用合并。';
  if (links.get(from) !== undefined) return '这份记录已经并入别的记录。请先拆分，再合并。';
  if (headIn(links, into) === headIn(links, from)) return '这两份记录已经是同一人，不用再合并。';
  return null;
}
