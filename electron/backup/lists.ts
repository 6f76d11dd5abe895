import { type Entry, EntryList, type SetBody } from './layout';
import type { ObjectStore } from './object-store';

/** The sealed files of a set. `unreadable`: folders whose list is missing or damaged. */
export async function listsOf(store: Pick<ObjectStore, 'read'>, { lists }: SetBody): Promise<{ entries: Entry[]; unreadable: string[] }> {
  const entries: Entry[] = [];
  const unreadable: string[] = [];
  for (const { path, hash } of lists) {
    const bytes = await store.read(hash);
    const list = bytes && parsed(bytes);
    if (list) entries.push(...list);
    else unreadable.push(path);
  }
  return { entries, unreadable };
}

function parsed(bytes: Buffer): Entry[] | null {
  try {
    return EntryList.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
