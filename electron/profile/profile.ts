import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { writeFileDurably } from '../storage/journal/durable-file';
import { chooseStore, type Store } from './store-choice';

/** What is written down about a profile once, when its folder is made. */
export interface ProfileFile {
  version: 1;
  hallId: string;
  /** The store under IndexedDB: chosen once, never toggled (design.md “Storage”). */
  store: Store;
  createdAt: string;
  /** Set by the first-start wizard or the demonstration seed. */
  setUp: null | { deskCode: string; demo: boolean };
  /** From which backup it was put back, until its numbers begin anew: what was given after that is not known. */
  restored?: { madeAt: number; position: number };
}

/** One folder holds everything: database, journal, files, logs. */
export interface Profile {
  dir: string;
  file: ProfileFile;
  /** True when this start made the folder's profile. */
  fresh: boolean;
  /** What is wrong with its own file: nothing of it is opened or cleared, only put back from a backup. */
  damage?: string;
}

const FILE = 'profile.json';
export class ProfileError extends Error {}

/** Synchronous: Chromium's switches must be set before `app` is ready. */
export function openProfile(dir: string, chromiumMajor: number): Profile {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, FILE);
  if (existsSync(path)) {
    const file = readJson(path) as ProfileFile | null;
    if (!file) return { ...blank(dir, chromiumMajor), fresh: false, damage: 'profile.json cannot be read' };
    if (file.version !== 1) throw new ProfileError(`profile version ${String(file.version)}`);
    return { dir, file, fresh: false };
  }
  // A journal without its profile file is a damaged profile, not a new one.
  if (existsSync(join(dir, 'journal')))
    return { ...blank(dir, chromiumMajor), fresh: false, damage: 'profile.json is missing beside a journal' };
  return blank(dir, chromiumMajor);
}

const blank = (dir: string, chromiumMajor: number): Profile => ({
  dir,
  fresh: true,
  file: { version: 1, hallId: uuid(), store: chooseStore(chromiumMajor), createdAt: new Date().toISOString(), setUp: null },
});

function readJson(path: string): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}

/**
 * An earlier first start that never reached its end confirmed nothing to anyone; its remains would only confuse.
 * Synchronous, and only under the profile's lock: once Chromium works in its folder it is too late.
 */
export function clearUnfinished({ dir, file, damage }: Profile): void {
  if (file.setUp || damage) return;
  const at = folders(dir);
  for (const path of [at.journal, at.files, at.sounds, at.keys, at.laterKeys, at.sync, at.restoring, join(at.chromium, 'Partitions')])
    rmSync(path, { recursive: true, force: true });
}

export async function saveProfile(profile: Profile): Promise<void> {
  await writeFileDurably(join(profile.dir, FILE), Buffer.from(`${JSON.stringify(profile.file, null, 2)}\n`));
}

export const folders = (dir: string) => ({
  journal: join(dir, 'journal'),
  files: join(dir, 'files'),
  sounds: join(dir, 'sounds'),
  logs: join(dir, 'logs'),
  keys: join(dir, 'keys.json'),
  sync: join(dir, 'sync.json'),
  laterKeys: join(dir, 'later-keys.json'),
  chromium: join(dir, 'chromium'),
  restoring: join(dir, 'restoring'),
  backup: join(dir, 'backup.json'),
  updates: join(dir, 'updates'),
});
