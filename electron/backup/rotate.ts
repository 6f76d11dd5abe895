import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setsToKeep } from '../../shared/rules/backup-rotation';
import { placeOf, SET_NAME } from './layout';
import { listsOf } from './lists';
import type { MakeOptions } from './make-backup';
import type { ObjectStore } from './object-store';
import type { FoundSet } from './place';

/** Sets past their turn lose their list; what only they named is cleared away by `collect`. */
export async function rotate(
  sets: readonly FoundSet[],
  { folder, figures, now }: Pick<MakeOptions, 'folder' | 'figures' | 'now'>,
): Promise<{ kept: FoundSet[]; removed: number }> {
  const keep = setsToKeep(
    sets.map(({ id, body }) => ({ id, madeAt: body.madeAt })),
    figures,
    now,
  );
  // The newest that lacks nothing stays, however old it is: what it has may be nowhere else.
  const whole = sets.find(({ body }) => !body.damage);
  if (whole) keep.add(whole.id);
  for (const { id } of sets) if (!keep.has(id)) await rm(join(placeOf(folder).sets, `${id}.json`), { force: true });
  return { kept: sets.filter(({ id }) => keep.has(id)), removed: sets.length - keep.size };
}

/** Pieces that no set names any more: with them goes what was erased since. */
export async function collect(folder: string, store: ObjectStore, kept: readonly FoundSet[]): Promise<void> {
  const named = (await readdir(placeOf(folder).sets)).filter((name) => SET_NAME.test(name));
  // One that cannot be read may name anything: as long as it lies there nothing is cleared away.
  if (named.length !== kept.length) return;
  const wanted = new Set<string>();
  for (const { body } of kept) {
    const { entries, unreadable } = await listsOf(store, body);
    if (unreadable.length > 0) return;
    for (const entry of [...body.entries, ...entries]) for (const hash of entry.pieces) wanted.add(hash);
    for (const { hash } of body.lists) wanted.add(hash);
  }
  for (const hash of store.all()) if (!wanted.has(hash)) await store.remove(hash);
}
