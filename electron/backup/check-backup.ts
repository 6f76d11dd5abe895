import { decode } from 'cborg';
import type { BackupDamage, BackupReport, WorkProgress } from '../../shared/domain/backup';
import { LaterKeys } from '../security/later-keys';
import { phraseKey } from '../security/recovery-phrase';
import { openBytes as openSmall } from '../security/seal';
import { openBody } from '../storage/host/batch-codec';
import { addGeneration, type HallKeys, hallKeys, openBytes } from '../storage/host/codec';
import { scanFrames } from '../storage/journal/frame';
import { KEYRING_HEAD } from '../storage/journal/keyring';
import { breathe, JournalCheck } from './check-journal';
import { type Entry, PIECE, type SetBody } from './layout';
import { listsOf } from './lists';
import { ObjectStore } from './object-store';
import type { FoundSet } from './place';
import { KEYRING, segmentOf } from './source';

const KEYS_TOGETHER = 100;

/** The hall key of a set, by the words on paper. Null: they are wrong. */
export function openWithPhrase({ hallId, recovery }: SetBody, typed: string): Uint8Array | null {
  const key = phraseKey(typed);
  return key && openSmall(key, recovery, `${hallId} recovery`);
}

/**
 * Reads all of a backup and opens what it holds: every piece is what its name says, the journal's chain is whole, every save and
 * every data key opens with the hall's key. Nothing is written anywhere.
 */
export async function checkBackup(
  { folder, body }: FoundSet,
  hallKey: Uint8Array,
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
): Promise<BackupReport> {
  const store = await ObjectStore.open(folder);
  const damage: BackupDamage[] = [];
  const { entries, unreadable } = await listsOf(store, body);
  for (const path of unreadable) damage.push({ file: `${path}/` });
  let done = 0;
  const count = (bytes: number): void => {
    done += bytes;
    onProgress({ step: 'check', done, total: Math.max(body.bytes, done) });
  };

  const keys = await keysOf(store, body, hallKey);
  const check = new JournalCheck(body, 1, (batch) => {
    openBody(keys.body, batch);
    return true;
  });
  const journal = body.entries.filter(({ path }) => segmentOf(path) !== null);
  const unread: BackupDamage[] = [];
  for (const [i, entry] of journal.entries()) {
    const { bytes, whole } = await asItLies(store, entry, signal, count);
    if (!whole) unread.push({ file: entry.path, segment: i + 1 });
    await check.segment(i + 1, entry.path, bytes);
  }
  check.end(body.journal, journal.at(-1)?.path ?? 'journal');
  damage.push(...check.damage);
  // Bytes that went bad where no save stands: told all the same.
  damage.push(...unread.filter(({ file }) => !check.damage.some((each) => each.file === file)));

  let wrapped = 0;
  for (const entry of [...body.entries.filter(({ path }) => segmentOf(path) === null), ...entries]) {
    const { bytes, whole } = await asItLies(store, entry, signal, count, entry.path === KEYRING);
    const found = entry.path === KEYRING && whole ? await keysIn(bytes, keys) : 0;
    if (!whole || found === null) damage.push({ file: entry.path });
    else wrapped += found;
  }
  const { madeAt, deskCode, files, bytes } = body;
  const said = new Set((body.damage ?? []).map(asText));
  const lacking = damage.filter((each) => said.has(asText(each)));
  const found = damage.filter((each) => !said.has(asText(each)));
  return { madeAt, deskCode, saves: check.position, keys: wrapped, files, bytes, damage: found, lacking };
}

const asText = ({ file, from, to }: BackupDamage): string => `${file} ${from} ${to}`;

/** With the hall key's later generations, where there are any. */
async function keysOf(store: ObjectStore, { hallId, entries }: SetBody, hallKey: Uint8Array): Promise<HallKeys> {
  const keys = hallKeys(hallKey);
  const file = entries.find(({ path }) => path === 'later-keys.json');
  const bytes = file?.pieces[0] ? await store.read(file.pieces[0]) : null;
  const later = bytes ? LaterKeys.open(bytes.toString('utf8'), hallId, hallKey) : [];
  for (const { id, key } of later) addGeneration(keys, id, key);
  return keys;
}

/** @returns how many data keys there are; null when one does not open */
async function keysIn(bytes: Buffer, { wrap }: HallKeys): Promise<number | null> {
  let count = 0;
  try {
    for (const { payload } of scanFrames(bytes, KEYRING_HEAD.length).frames)
      for (const { id, wrapped } of decode(payload) as { id: string; wrapped: Uint8Array }[]) {
        openBytes(wrap, wrapped, `key|${id}`);
        if (++count % KEYS_TOGETHER === 0) await breathe();
      }
    return count;
  } catch {
    return null;
  }
}

/** The file's bytes as they can be read: zeros where a piece is missing, so that what stands behind it keeps its place. */
async function asItLies(
  store: ObjectStore,
  { bytes, pieces }: Entry,
  signal: AbortSignal,
  count: (bytes: number) => void,
  keep = true,
): Promise<{ bytes: Buffer; whole: boolean }> {
  const read: Buffer[] = [];
  let whole = true;
  for (const [i, hash] of pieces.entries()) {
    signal.throwIfAborted();
    const length = Math.min(PIECE, bytes - i * PIECE);
    const right = await store.read(hash);
    whole &&= right?.length === length;
    if (keep) {
      const there = right ?? (await store.readAnyway(hash));
      read.push(there?.length === length ? there : Buffer.alloc(length));
    }
    count(length);
  }
  return { bytes: Buffer.concat(read), whole };
}
