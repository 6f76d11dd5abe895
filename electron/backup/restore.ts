import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WorkProgress } from '../../shared/domain/backup';
import { folders, type Profile, type ProfileFile } from '../profile/profile';
import { HallKeyFile } from '../security/hall-key';
import { flushFolder, writeFileDurably } from '../storage/journal/durable-file';
import { type Entry, PIECE } from './layout';
import { listsOf } from './lists';
import { hashOfBytes, ObjectStore } from './object-store';
import type { FoundSet } from './place';

/** Written last: all that stands beside it is on the disk and was read again. */
const READY = 'ready.json';

export interface RestoreKeys {
  hallKey: Uint8Array;
  protection: 'system' | 'passphrase';
  passphrase: string;
  /** The phrase, as it was typed: it opens the restored profile too. */
  words: string;
}

/**
 * Writes a backup that was checked into the profile's folder, beside whatever is there, and reads it again. Nothing of the
 * profile is touched; `putInPlace` does that, and can be ended at any point.
 * @throws the system's own error (a full disk); what was written is then removed
 */
export async function stageRestore(
  profile: Profile,
  { folder, body }: FoundSet,
  keys: RestoreKeys,
  onProgress: (progress: WorkProgress) => void,
): Promise<void> {
  const staging = folders(profile.dir).restoring;
  await rm(staging, { recursive: true, force: true });
  try {
    const store = await ObjectStore.open(folder);
    const { entries } = await listsOf(store, body);
    let done = 0;
    const count = (bytes: number): void => {
      done += bytes;
      onProgress({ step: 'write', done, total: 2 * body.bytes });
    };
    const all = [...body.entries, ...entries];
    for (const entry of all) await writeEntry(store, staging, entry, count);
    for (const entry of all) await readAgain(staging, entry, count);
    await HallKeyFile.create(
      folders(staging).keys,
      body.hallId,
      keys.protection,
      keys.passphrase,
      [keys.words],
      Uint8Array.from(keys.hallKey),
    );
    const file: ProfileFile = {
      ...{ version: 1, hallId: body.hallId, store: profile.file.store, createdAt: new Date().toISOString() },
      setUp: { deskCode: body.deskCode, demo: body.demo },
      restored: { madeAt: body.madeAt, position: body.journal.position },
    };
    await writeFileDurably(join(staging, 'profile.json'), Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
    const aside = `damaged-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}`;
    await writeFileDurably(join(staging, READY), Buffer.from(JSON.stringify({ aside })));
    await flushFolder(profile.dir);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
}

/** Everything of a profile that a backup takes the place of; what it has nothing for is set aside too. */
const PARTS = ['journal', 'files', 'sounds', 'keys.json', 'later-keys.json', 'sync.json', 'profile.json'] as const;
const DATABASE = join('chromium', 'Partitions');

/**
 * What was there before is set aside, never deleted, and the restored profile takes its place: renames only, so that an end in
 * the middle is gone on with at the next start. Synchronous: over a damaged profile it is done before Chromium opens its folder.
 * @param over what was there: of a damaged profile the store under IndexedDB is set aside as well, for it is built anew from the
 * journal; of a first start that confirmed nothing to anyone there is nothing to keep
 * @returns false: nothing was ready to be put in place
 */
export function putInPlace(dir: string, over: 'damaged' | 'nothing'): boolean {
  const staging = folders(dir).restoring;
  const ready = join(staging, READY);
  if (!existsSync(ready)) return false;
  const { aside } = JSON.parse(readFileSync(ready, 'utf8')) as { aside: string };
  const old = join(dir, aside);
  const setAside = (name: string): void => {
    const to = join(old, name);
    if (!existsSync(join(dir, name)) || existsSync(to)) return;
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    renameSync(join(dir, name), to);
  };
  if (over === 'damaged') setAside(DATABASE);
  for (const name of PARTS) {
    const staged = existsSync(join(staging, name));
    // Taken already, by a run that was ended: what stands there is the restored one.
    if (!staged && existsSync(join(old, `${name}.taken`))) continue;
    setAside(name);
    mkdirSync(old, { recursive: true, mode: 0o700 });
    mkdirSync(join(old, `${name}.taken`), { recursive: true });
    if (staged) renameSync(join(staging, name), join(dir, name));
  }
  rmSync(staging, { recursive: true, force: true });
  for (const name of readdirSync(old)) if (name.endsWith('.taken')) rmSync(join(old, name), { recursive: true, force: true });
  if (over === 'nothing' || readdirSync(old).length === 0) rmSync(old, { recursive: true, force: true });
  return true;
}

async function writeEntry(store: ObjectStore, staging: string, { path, pieces }: Entry, count: (bytes: number) => void): Promise<void> {
  const to = join(staging, ...path.split('/'));
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const file = await open(to, 'wx', 0o600);
  try {
    for (const hash of pieces) {
      const bytes = await store.read(hash);
      if (!bytes) throw new Error(`a piece of ${path} went bad while it was put back`);
      await file.write(bytes);
      count(bytes.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readAgain(staging: string, { path, bytes, pieces }: Entry, count: (bytes: number) => void): Promise<void> {
  const file = await open(join(staging, ...path.split('/')), 'r');
  try {
    for (const [i, hash] of pieces.entries()) {
      const piece = Buffer.alloc(Math.min(PIECE, bytes - i * PIECE));
      await file.read(piece, 0, piece.length, i * PIECE);
      if (hashOfBytes(piece) !== hash) throw new Error(`${path} did not read back`);
      count(piece.length);
    }
  } finally {
    await file.close();
  }
}
