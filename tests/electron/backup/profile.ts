import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { placeOf } from '../../../electron/backup/layout';
import type { MakeOptions } from '../../../electron/backup/make-backup';
import { type FoundSet, makePlace, setsIn } from '../../../electron/backup/place';
import type { BackupSource } from '../../../electron/backup/source';
import { newPhrase, phraseKey } from '../../../electron/security/recovery-phrase';
import { sealBytes } from '../../../electron/security/seal';
import { type Journal, type Keyring, openJournal, openKeyring } from '../../../electron/storage/journal';
import { BackupFigures } from '../../../shared/domain/backup';
import { type Desk, Disk, GUO, newDesk, register } from '../../storage/host/desk';

const folders: string[] = [];
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  folders.push(folder);
  return folder;
}
export async function clearFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** A desk whose journal and keys lie in a folder as the main process keeps them, with some sealed files. */
export class Profile {
  readonly words: string[] = newPhrase();
  readonly disk = new Disk();
  private saved = 0;
  private readonly keys = new Set<string>();

  private constructor(
    readonly dir: string,
    readonly desk: Desk,
    readonly journal: Journal,
    readonly keyring: Keyring,
  ) {}

  static async create(segmentBytes = 64 * 1024): Promise<Profile> {
    const dir = await emptyFolder();
    const disk = new Disk();
    const desk = await newDesk({ disk });
    const journal = await openJournal({ dir: join(dir, 'journal'), hallId: disk.hallId, deskCode: '01', segmentBytes });
    const keyring = await openKeyring({ dir: join(dir, 'journal') });
    const profile = new Profile(dir, desk, journal, keyring);
    Object.assign(profile, { disk });
    await profile.flush();
    return profile;
  }

  /** What the desk wrote since, to the folder. */
  async flush(): Promise<void> {
    const { journal, keyring } = this.disk;
    const fresh = [...keyring].filter(([id]) => !this.keys.has(id));
    if (fresh.length > 0) await this.keyring.append(fresh.map(([id, wrapped]) => ({ id, wrapped })));
    for (const [id] of fresh) this.keys.add(id);
    const frames = journal.slice(this.saved);
    if (frames.length > 0) await this.journal.appendAll(frames);
    this.saved = journal.length;
  }

  async addFile(kind: 'files' | 'sounds', bytes: Uint8Array): Promise<string> {
    const id = uuid();
    await mkdir(join(this.dir, kind, id.slice(-2)), { recursive: true });
    await writeFile(join(this.dir, kind, id.slice(-2), `${id}.xfs`), bytes);
    return id;
  }

  get source(): BackupSource {
    const { hallKey, hallId } = this.disk;
    const key = phraseKey(this.words.join(''));
    if (!key) throw new Error('no phrase');
    const recovery = sealBytes(key, hallKey, `${hallId} recovery`);
    const { dir, journal, keyring } = this;
    return { hallId, deskCode: '01', demo: false, dir, hallKey, journal, keyring, recovery: async () => recovery };
  }

  async place(): Promise<Pick<MakeOptions, 'folder' | 'placeId'>> {
    return makePlace(await emptyFolder(), { hallId: this.disk.hallId, deskCode: '01', profileDir: this.dir });
  }

  async close(): Promise<void> {
    await this.journal.close();
    await this.keyring.close();
  }
}

export const options = (place: Pick<MakeOptions, 'folder' | 'placeId'>, over: Partial<MakeOptions> = {}): MakeOptions => ({
  ...place,
  figures: BackupFigures.parse({}),
  now: Date.parse('2026-11-23T01:00:00Z'),
  readAll: false,
  signal: new AbortController().signal,
  onProgress: () => {},
  ...over,
});

export const NOW = options({ folder: '', placeId: '' }).now;
export const HOUR = 3_600_000;
/** Of a run that nobody ends. */
export const quiet = new AbortController().signal;

/** A profile with visits, a paper and two recordings. */
export async function filled(segmentBytes?: number): Promise<Profile> {
  const profile = await Profile.create(segmentBytes);
  for (let n = 0; n < 6; n++) await register(profile.desk, n % 2 ? { people: [GUO] } : {});
  await profile.flush();
  await profile.addFile('files', randomBytes(50_000));
  await profile.addFile('sounds', randomBytes(2_500_000));
  await profile.addFile('sounds', randomBytes(10));
  return profile;
}

export async function newestIn(folder: string): Promise<FoundSet> {
  const [newest] = await setsIn(folder);
  if (!newest) throw new Error('no set');
  return newest;
}
export const setNames = async (folder: string): Promise<string[]> => (await readdir(placeOf(folder).sets)).sort();

/** Journal and keys of a folder, as a new PC reads them. */
export async function diskOf(dir: string, of: Disk): Promise<Disk> {
  const disk = new Disk(of.hallKey, of.hallId);
  const journal = await openJournal({ dir: join(dir, 'journal'), hallId: of.hallId, deskCode: '01' });
  for await (const { payload } of journal.read(1)) disk.journal.push(Uint8Array.from(payload));
  await journal.close();
  const keyring = await openKeyring({ dir: join(dir, 'journal') });
  for (const { id, wrapped } of await keyring.newest()) disk.keyring.set(id, Uint8Array.from(wrapped));
  await keyring.close();
  return disk;
}

/** Every file below a folder with its bytes. */
export async function filesBelow(dir: string): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(dir.length + 1)] = await readFile(path);
  }
  return files;
}
