import { join } from 'node:path';
import type { BackupDamage, BackupFigures, WorkProgress } from '../../shared/domain/backup';
import { JournalCheck } from './check-journal';
import { type Entry, encodeSet, PIECE, placeOf, type SetBody, setId } from './layout';
import { listsOf } from './lists';
import { flushNames, ObjectStore, writeReadBack } from './object-store';
import { mustBePlace, PlaceLock, setsIn } from './place';
import { collect, rotate } from './rotate';
import {
  about,
  type BackupSource,
  KEYRING,
  SMALL_FILES,
  type SourceFile,
  sealedFolders,
  segmentOf,
  segmentPath,
  smallFile,
  sourceBytes,
  sourceFile,
} from './source';
import { BackupFailure } from './trouble';

export interface MakeOptions {
  folder: string;
  placeId: string;
  figures: Pick<BackupFigures, 'keepHours' | 'keepDays' | 'keepWeeks' | 'readHours'>;
  /** Milliseconds UTC. */
  now: number;
  /** Every byte at the place is read, whenever that was last done. */
  readAll: boolean;
  signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
}
export interface Made {
  madeAt: number;
  readAt: number;
  sets: number;
  /** Of what was not at the place yet. */
  written: number;
  /** What of this desk's own journal is damaged, whether an earlier copy stands in for it or not. */
  damage: BackupDamage[];
}

/**
 * One backup: what changed is copied, what was written is read back, and only then the set gets its name. The place keeps its
 * earlier sets whatever happens here; a run that was ended is simply begun again, and finds its pieces written.
 * @throws BackupFailure, or the system's own error of the place
 */
export async function makeBackup(source: BackupSource, options: MakeOptions): Promise<Made> {
  const { folder, placeId } = options;
  await mustBePlace(folder, placeId);
  const lock = await PlaceLock.take(folder);
  try {
    return await new Making(source, options, await ObjectStore.open(folder)).run();
  } finally {
    await lock.release();
  }
}

class Making {
  private known = new Map<string, Entry>();
  private written = 0;
  private done = 0;
  private total = 0;

  constructor(
    private readonly source: BackupSource,
    private readonly options: MakeOptions,
    private readonly store: ObjectStore,
  ) {}

  async run(): Promise<Made> {
    const { folder, now, figures, readAll } = this.options;
    const recovery = await this.source.recovery();
    if (!recovery) throw new BackupFailure('phrase', 'no recovery');
    await this.store.clearRemains();
    const before = await setsIn(folder);
    await rotate(before, this.options);
    const last = before[0]?.body;
    this.known = await this.knownOf(last);
    const all = readAll || !last || now - last.readAt >= figures.readHours * 3_600_000 || last.readAt > now;
    let body = await this.copy(recovery, last?.readAt ?? now);
    await this.store.flush();
    let read = await this.readBack(body, all);
    if (read.bad.length > 0) {
      // What lay there went bad: written anew from here, while it is still here.
      for (const hash of read.bad) await this.store.remove(hash);
      body = await this.copy(recovery, now);
      await this.store.flush();
      read = await this.readBack(body, all);
      if (read.bad.length > 0) throw new BackupFailure('broken', `${read.bad.length} pieces`);
    }
    const { damage } = read;
    if (damage.length > 0) body = await this.inSpiteOf(damage, body, all);
    if (all) body = { ...body, readAt: now };
    const id = setId(body.madeAt, body.journal.position);
    const { sets } = placeOf(folder);
    await writeReadBack(join(sets, `${id}.json`), encodeSet(body, this.source.hallKey));
    await flushNames(sets);
    const after = await rotate(await setsIn(folder), this.options);
    if (all || after.removed > 0) await collect(folder, this.store, after.kept);
    return { madeAt: body.madeAt, readAt: body.readAt, sets: after.kept.length, written: this.written, damage };
  }

  /**
   * One damaged segment must not end all backups of a desk: its earlier copy, which is whole, stands in for it where there is one.
   * Else the set says what it lacks, so that a restore takes it knowingly. @throws BackupFailure `source` where the journal could
   * then not be opened: a segment's head, or the end of it all
   */
  private async inSpiteOf(damage: readonly BackupDamage[], body: SetBody, all: boolean): Promise<SetBody> {
    const broken = new Set(damage.map(({ file }) => file));
    const entries: Entry[] = [];
    for (const entry of body.entries) {
      const earlier = this.known.get(entry.path);
      const standsIn = broken.has(entry.path) && earlier?.bytes === entry.bytes && (await this.reads(earlier));
      entries.push(standsIn ? earlier : entry);
    }
    const mended = { ...body, entries };
    const left = (await this.readBack(mended, all)).damage;
    const last = entries.filter(({ path }) => segmentOf(path) !== null).length;
    if (left.some(({ from, segment }) => from === undefined || segment === last))
      throw new BackupFailure('source', JSON.stringify(left.slice(0, 5)));
    return left.length > 0 ? { ...mended, damage: left } : mended;
  }

  private async reads({ pieces }: Entry): Promise<boolean> {
    for (const hash of pieces) if (!(await this.store.read(hash))) return false;
    return true;
  }

  /** Entries of the last set by their path: what did not change since is not read again. */
  private async knownOf(body: SetBody | undefined): Promise<Map<string, Entry>> {
    if (!body) return new Map();
    const lists = await listsOf(this.store, body);
    return new Map([...body.entries, ...lists.entries].map((entry) => [entry.path, entry]));
  }

  /** The journal first: what its saves speak of, keys and files, was on the disk before them. */
  private async copy(recovery: string, readAt: number): Promise<SetBody> {
    const { source } = this;
    const { dir, hallId, deskCode, demo } = source;
    const { tail, segments } = await source.journal.written();
    const madeAt = this.options.now;
    const folders = await sealedFolders(dir);
    const entries: Entry[] = [];
    this.done = 0;
    this.total = segments.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { number, bytes } of segments) entries.push(await this.file(await sourceFile(dir, segmentPath(number), bytes)));
    const keys = await source.keyring.content();
    this.total += keys.length;
    entries.push(await this.file(sourceBytes(KEYRING, keys)));
    for (const name of SMALL_FILES) {
      const content = await smallFile(dir, name);
      if (content) entries.push(await this.file(sourceBytes(name, content)));
    }
    const lists: SetBody['lists'] = [];
    let files = 0;
    let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    for (const { path, names } of folders) {
      const list: Entry[] = [];
      for (const name of names) {
        const entry = await this.sealed(`${path}/${name}`);
        if (entry) list.push(entry);
      }
      files += list.length;
      bytes += list.reduce((sum, entry) => sum + entry.bytes, 0);
      const { hash } = await this.put(Buffer.from(JSON.stringify(list)));
      lists.push({ path, hash });
    }
    const journal = { position: tail.position, hash: tail.hash ? Buffer.from(tail.hash).toString('hex') : '' };
    return { v: 1, hallId, deskCode, demo, madeAt, journal, recovery, entries, lists, files, bytes, readAt };
  }

  /** Null: it was destroyed meanwhile. */
  private async sealed(path: string): Promise<Entry | null> {
    const { dir } = this.source;
    const now = await about(dir, path);
    if (!now) return null;
    this.total += now.bytes;
    const known = this.known.get(path);
    if (known && this.lies(known, now)) return this.counted(known);
    const file = await sourceFile(dir, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return file && this.file(file);
  }

  private async file(file: SourceFile): Promise<Entry> {
    try {
      const { path, bytes, mtimeMs } = file;
      const known = this.known.get(path);
      if (mtimeMs > 0 && known && this.lies(known, file)) return this.counted(known);
      const pieces: string[] = [];
      for (let at = 0; at < bytes; at += PIECE) {
        const piece = await file.read(at, Math.min(PIECE, bytes - at));
        if (piece.length < Math.min(PIECE, bytes - at)) throw new BackupFailure('source', `${path} is shorter than it was`);
        pieces.push((await this.put(piece)).hash);
        this.progress('copy', piece.length);
      }
      return { path, bytes, mtimeMs, pieces };
    } finally {
      await file.close();
    }
  }

  private lies({ bytes, mtimeMs, pieces }: Entry, now: { bytes: number; mtimeMs: number }): boolean {
    return bytes === now.bytes && mtimeMs === now.mtimeMs && pieces.every((hash) => this.store.has(hash));
  }
  private counted(entry: Entry): Entry {
    this.progress('copy', entry.bytes);
    return entry;
  }

  private async put(bytes: Buffer): Promise<{ hash: string; fresh: boolean }> {
    this.options.signal.throwIfAborted();
    const put = await this.store.put(bytes);
    if (put.fresh) this.written += bytes.length;
    return put;
  }

  /** @returns pieces that are not what their names say, and what of the journal was copied rightly and is damaged itself */
  private async readBack(body: SetBody, all: boolean): Promise<{ bad: string[]; damage: BackupDamage[] }> {
    const bad = new Set<string>();
    const { entries } = await listsOf(this.store, body);
    const journal = body.entries.filter(({ path }) => segmentOf(path) !== null);
    const changed = journal.findIndex((entry) => {
      const known = this.known.get(entry.path);
      return known?.bytes !== entry.bytes || known.mtimeMs !== entry.mtimeMs;
    });
    const first = all ? 0 : changed < 0 ? journal.length - 1 : changed;
    this.done = 0;
    this.total = (all ? body.bytes : 0) + journal.slice(first).reduce((sum, { bytes }) => sum + bytes, 0);
    const check = new JournalCheck(body, all ? 1 : first + 1);
    for (const [i, entry] of journal.entries()) {
      if (i < first) continue;
      const bytes = Buffer.concat(await this.pieces(entry, bad));
      if (bad.size === 0) await check.segment(i + 1, entry.path, bytes);
    }
    if (bad.size === 0 && journal.length > 0) check.end(body.journal, journal.at(-1)?.path ?? '');
    if (all) {
      for (const entry of [...body.entries, ...entries]) if (segmentOf(entry.path) === null) await this.pieces(entry, bad);
      for (const hash of this.store.all()) if (!(await this.wellRead(hash))) bad.add(hash);
    }
    return { bad: [...bad], damage: bad.size === 0 ? check.damage : [] };
  }

  private readonly wellReadOnce = new Set<string>();
  /** Of pieces that only earlier sets name: they are read as well. */
  private async wellRead(hash: string): Promise<boolean> {
    if (this.wellReadOnce.has(hash)) return true;
    this.options.signal.throwIfAborted();
    return (await this.store.read(hash)) !== null;
  }

  private async pieces(entry: Entry, bad: Set<string>): Promise<Buffer[]> {
    const read: Buffer[] = [];
    for (const hash of entry.pieces) {
      this.options.signal.throwIfAborted();
      const bytes = await this.store.read(hash);
      if (bytes) {
        read.push(bytes);
        this.wellReadOnce.add(hash);
      } else bad.add(hash);
      this.progress('read', PIECE);
    }
    return read;
  }

  private progress(step: WorkProgress['step'], bytes: number): void {
    this.done += bytes;
    this.options.onProgress({ step, done: this.done, total: Math.max(this.total, this.done) });
  }
}
