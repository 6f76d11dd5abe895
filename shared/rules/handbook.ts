import type { PlanState } from '../domain/incident-plan';

interface Edition {
  id: string;
  entryId: string;
  edition: number;
  state: PlanState;
}

export type Approval = { ok: true; changes: { id: string; state: PlanState }[] } | { ok: false; message: string };

/**
 * What a leader's approval of an edition changes: it is in force, the one before it and older drafts of the same entry are
 * replaced. Only the newest may be approved: what was written after it would else be lost behind it.
 * @param editions of the same entry
 */
export function approveEdition(editions: readonly Edition[], id: string): Approval {
  const found = editions.find((each) => each.id === id);
  if (!found) return { ok: false, message: '没有找到这一版，请按最新列表操作。' };
  if (found.state !== 'draft') return { ok: false, message: '这一版已经审定过，什么也没有改变。' };
  if (editions.some(({ edition }) => edition > found.edition)) return { ok: false, message: '这一条已有更新的一版，请审定最新的一版。' };
  // What was taken back stays so: its reason belongs to it.
  const replaced = editions.filter((each) => each.id !== id && (each.state === 'in-force' || each.state === 'draft'));
  return { ok: true, changes: [{ id, state: 'in-force' }, ...replaced.map((each) => ({ id: each.id, state: 'replaced' as const }))] };
}

/** The number of the edition that is written now; null: somebody wrote another one meanwhile. @param from the edition that was edited, 0 for none */
export function nextEdition(editions: readonly Pick<Edition, 'edition'>[], from: number): number | null {
  const newest = Math.max(0, ...editions.map(({ edition }) => edition));
  return newest === from ? newest + 1 : null;
}

export interface Grouped<E> {
  entryId: string;
  newest: E;
  inForce: E | undefined;
  editions: E[];
}

/** Entries with their editions, the newest edition of each first. */
export function byEntry<E extends Edition>(editions: readonly E[]): Grouped<E>[] {
  const entries = new Map<string, E[]>();
  for (const each of editions) entries.set(each.entryId, [...(entries.get(each.entryId) ?? []), each]);
  return [...entries].flatMap(([entryId, all]) => {
    const sorted = all.sort((a, b) => b.edition - a.edition);
    const [newest] = sorted;
    return newest ? [{ entryId, newest, inForce: sorted.find(({ state }) => state === 'in-force'), editions: sorted }] : [];
  });
}

/** What a review says, as the beginning of an entry. */
export function fromReview(typeName: string, review: { limits: string; worked: string; improve: string }): { title: string; body: string } {
  const part = (label: string, text: string): string => (text === '' ? '' : `${label}：${text}`);
  const body = [part('有效做法', review.worked), part('改进', review.improve), part('时限', review.limits)].filter(Boolean).join('\n');
  return { title: `${typeName}处置参考`.slice(0, 40), body };
}

/**
 * What taking an entry back changes: neither what is in force nor a draft of it stands any more; older editions stay as they
 * were. It can be written anew: the next edition follows the last.
 * @param editions of the same entry
 */
export function withdrawEntry(editions: readonly Edition[]): Approval {
  const standing = editions.filter(({ state }) => state === 'in-force' || state === 'draft');
  if (standing.length === 0) return { ok: false, message: '这一条已经撤销，什么也没有改变。' };
  return { ok: true, changes: standing.map(({ id }) => ({ id, state: 'discarded' as const })) };
}

/** Every word must occur in title, body, type or its name; case and spaces do not count. Empty words find everything. */
export function findsEntry(words: string, entry: { title: string; body: string; code: string }, typeName: string): boolean {
  const plain = (text: string): string => text.toLowerCase();
  const all = plain([entry.title, entry.body, entry.code, typeName].join('\n'));
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
