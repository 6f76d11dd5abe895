import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { refuse } from '../../shared/errors';
import { OutsideFileError, readOutside } from '../files/outside-file';
import { writeFileDurably } from '../storage/journal/durable-file';
import { decodeSet, folderName, PlaceFile, placeOf, SET_NAME, type SetBody } from './layout';
import { BackupFailure } from './trouble';

export interface FoundSet {
  id: string;
  /** The folder of the desk's backups. */
  folder: string;
  body: SetBody;
}

/** A place is a folder of outside: a link, a device or a film under one of our names is none of our files. */
const SMALL = 64 * 1024;
const SET_BYTES = 64 * 1024 * 1024;
const noSet = (error: unknown): Buffer => {
  if (error instanceof OutsideFileError && error.fault !== 'unreadable') return Buffer.alloc(0);
  throw error;
};

const readPlace = async (folder: string): Promise<PlaceFile | null> => {
  try {
    return PlaceFile.parse(JSON.parse((await readOutside(placeOf(folder).file, SMALL)).toString('utf8')));
  } catch {
    return null;
  }
};

/** Makes a chosen folder a place of this desk's backups, or takes up the one that is there. @throws Refusal with what is wrong with it */
export async function makePlace(
  chosen: string,
  { hallId, deskCode, profileDir }: { hallId: string; deskCode: string; profileDir: string },
): Promise<{ folder: string; placeId: string }> {
  const inside = relative(profileDir, chosen);
  if (inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(inside)))
    refuse('refused', { message: '所选文件夹在资料文件夹里面，什么也没有改变。请选择另一块硬盘、U 盘或共享文件夹。' });
  const own = folderName(hallId, deskCode);
  const folder = basename(chosen) === own ? chosen : join(chosen, own);
  try {
    await mkdir(placeOf(folder).objects, { recursive: true });
    await mkdir(placeOf(folder).sets, { recursive: true });
    const there = await readPlace(folder);
    if (there && there.hallId === hallId && there.deskCode === deskCode) return { folder, placeId: there.placeId };
    const placeId = randomBytes(16).toString('hex');
    await writeFileDurably(
      placeOf(folder).file,
      Buffer.from(`${JSON.stringify({ v: 1, hallId, deskCode, placeId } satisfies PlaceFile)}\n`),
    );
    return { folder, placeId };
  } catch {
    return refuse('refused', { message: '所选位置不能写入，什么也没有改变。请检查该盘是否写保护、共享是否有写权限，或换一个位置。' });
  }
}

/** @throws BackupFailure `gone` when the folder is not the one that was chosen: an unplugged stick leaves an empty one behind */
export async function mustBePlace(folder: string, placeId: string): Promise<void> {
  const there = await readPlace(folder);
  if (there?.placeId !== placeId) throw new BackupFailure('gone', there ? 'another place' : 'no place');
}

/** Whether a copy there would be lost with the profile. False where it cannot be told. */
export async function onSameDisk(folder: string, profileDir: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(folder).catch(() => null), stat(profileDir)]);
  return one !== null && one.dev === other.dev;
}

/** Whole sets in a desk's folder, newest first. What cannot be read as a set is none. */
export async function setsIn(folder: string): Promise<FoundSet[]> {
  const { sets } = placeOf(folder);
  const found: FoundSet[] = [];
  for (const name of (await readdir(sets)).sort().reverse()) {
    const id = SET_NAME.exec(name)?.[1];
    const body = id && decodeSet(await readOutside(join(sets, name), SET_BYTES).catch(noSet));
    if (id && body) found.push({ id, folder, body });
  }
  return found;
}

/** Sets in a folder that somebody picked: a desk's own, one that holds several desks', or what is inside of one. */
export async function findSets(picked: string): Promise<FoundSet[]> {
  const tries = [picked, join(picked, '..')];
  const names = await readdir(picked, { withFileTypes: true }).catch(() => []);
  for (const entry of names) if (entry.isDirectory()) tries.push(join(picked, entry.name));
  const found = new Map<string, FoundSet>();
  for (const folder of tries) {
    if (!(await readPlace(folder))) continue;
    for (const set of await setsIn(folder).catch(() => [])) found.set(`${set.body.deskCode} ${set.id}`, set);
  }
  return [...found.values()].sort((a, b) => b.body.madeAt - a.body.madeAt);
}

const STALE_MS = 10 * 60_000;
const BEAT_MS = 20_000;

/** One writer a place. A program that was killed leaves its mark behind; it counts no more once it is dead or silent. */
export class PlaceLock {
  private constructor(
    private readonly path: string,
    private readonly beat: NodeJS.Timeout,
  ) {}

  /** @throws BackupFailure `busy` */
  static async take(folder: string, pid = process.pid): Promise<PlaceLock> {
    const path = placeOf(folder).busy;
    const mark = JSON.stringify({ host: hostname(), pid });
    for (let tries = 0; tries < 2; tries++) {
      try {
        await writeFile(path, mark, { flag: 'wx', mode: 0o600 });
        const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), BEAT_MS);
        beat.unref();
        return new PlaceLock(path, beat);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if (!(await isLeftBehind(path))) throw new BackupFailure('busy', 'another program writes there');
        await rm(path, { force: true });
      }
    }
    throw new BackupFailure('busy', 'another program writes there');
  }

  async release(): Promise<void> {
    clearInterval(this.beat);
    await rm(this.path, { force: true }).catch(() => {});
  }
}

async function isLeftBehind(path: string): Promise<boolean> {
  const [text, about] = await Promise.all([readOutside(path, SMALL).then(String, () => ''), stat(path).catch(() => null)]);
  if (!about || Date.now() - about.mtimeMs > STALE_MS) return true;
  try {
    const { host, pid } = JSON.parse(text) as { host?: unknown; pid?: unknown };
    return host === hostname() && typeof pid === 'number' && !isAlive(pid);
  } catch {
    // Half a mark: it was being written, or its writer was killed in the middle; silence tells.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
