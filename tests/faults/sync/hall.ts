import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { writePackage } from '../../../electron/sync/package-writer';
import { contentsOf } from '../../storage/host/contents';
import { actor, Disk, newDesk, staffIds } from '../../storage/host/desk';
import { FaultyDesk } from './desk';
import { drop } from './disk-copy';
import { FaultyHub } from './hub';
import type { Random } from './random';
import { Ledger, Work } from './work';

const CODES = ['01', '02', '03'];
const ADMIN = actor(staffIds.admin, 'administrator');
const COUNT = join(import.meta.dirname, 'count-package.mjs');
/** Nothing that goes well comes near; what hangs is said with what differs. Looks, not a clock: a slow machine has its time. */
const LOOKS = 2000;

/** What a desk's export says, counted by a script of its own. */
export interface Counted {
  changes: number;
  chains: Record<string, { batches: number; changes: number }>;
  tables: Record<string, number>;
  requests: string[];
  rows: string[];
  twice: { requests: string[]; rows: string[]; numbers: string[] };
}

export class FaultHall {
  readonly ledger = new Ledger();
  private works: { desk: FaultyDesk; work: Work }[] = [];
  private readonly dir = mkdtempSync(join(tmpdir(), 'reception-packages-'));

  private constructor(
    readonly hub: FaultyHub,
    readonly desks: FaultyDesk[],
  ) {}

  static async start(): Promise<FaultHall> {
    const hub = await FaultyHub.start(CODES.length);
    try {
      return await FaultHall.of(hub);
    } catch (error) {
      await hub.remove();
      throw error;
    }
  }

  private static async of(hub: FaultyHub): Promise<FaultHall> {
    const first = await newDesk();
    first.kill();
    const desks: FaultyDesk[] = [];
    const known = () => desks.map(({ code, keys }) => ({ code, publicKey: keys.publicKey }));
    for (const code of CODES) {
      const disk = code === '01' ? first.disk : new Disk(first.disk.hallKey, first.disk.hallId);
      desks.push(new FaultyDesk(code, hub, disk, known));
    }
    const hall = new FaultHall(hub, desks);
    for (const desk of desks) await desk.open();
    await hall.equal(desks);
    return hall;
  }

  /** At these desks somebody works, until `rest`. */
  work(random: Random, desks: readonly FaultyDesk[] = this.desks): void {
    for (const desk of desks)
      if (!this.works.some((each) => each.desk === desk)) this.works.push({ desk, work: new Work(desk, this.ledger, random) });
  }
  async rest(desks: readonly FaultyDesk[] = this.desks): Promise<void> {
    const ending = this.works.filter(({ desk }) => desks.includes(desk));
    this.works = this.works.filter((each) => !ending.includes(each));
    await Promise.all(ending.map(({ work }) => work.stop()));
  }
  /** Until so much more was done at each desk that works. */
  async went(acts: number): Promise<void> {
    const goals = this.works.map(({ desk, work }) => ({ desk, work, goal: work.done + acts }));
    await until(
      () => goals.every(({ desk, work, goal }) => work.done >= goal || !desk.isRunning),
      () => `work at the desks: ${goals.map(({ work, goal }) => `${work.done}/${goal}`)}`,
    );
  }

  /** Everything is everywhere: these desks have the same chains, rows and totals, and nothing waits. */
  async equal(desks: readonly FaultyDesk[] = this.desks): Promise<void> {
    let differs = '';
    const ends = () => Promise.all(desks.map(endsOf));
    const same = async (): Promise<boolean> => {
      const all = await ends();
      const waiting = desks.map(({ life }) => life.view.get());
      differs = all.map((each, i) => `\n${desks[i]?.code} ${waiting[i]?.link} waiting ${waiting[i]?.waiting}: ${each}`).join('');
      if (all.some((each) => each !== all[0])) return false;
      if (waiting.some(({ link, waiting: n }) => n > 0 || (link !== 'online' && link !== 'disagrees'))) return false;
      const contents = await Promise.all(desks.map(({ life, code }) => contentsOf(life.disk, code)));
      const [one, ...others] = contents as [Contents, ...Contents[]];
      differs = others.map((other) => `\n${difference(one, other)}`).join('');
      return others.every((other) => isDeepStrictEqual(other, one));
    };
    await until(same, () => `the desks are not equal:${differs}`);
  }

  /** Each desk's export, counted beside the program. */
  async counted(desks: readonly FaultyDesk[] = this.desks): Promise<Counted[]> {
    const files: string[] = [];
    for (const { life, disk, code } of desks) {
      const file = join(this.dir, `${code}.xfsync`);
      await writePackage(file, { storage: life, hallId: disk.hallId, hallKey: disk.hallKey, desk: code, signer: life.service.signer });
      files.push(file);
    }
    const key = Buffer.from(this.first.disk.hallKey).toString('hex');
    const { stdout } = await promisify(execFile)(process.execPath, [COUNT, key, ...files], { maxBuffer: 256 * 1024 * 1024 });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Counted);
  }

  get first(): FaultyDesk {
    return this.desks[0] as FaultyDesk;
  }
  /** Why what came in stands aside, as this desk's administrator reads it. */
  async quarantine(desk: FaultyDesk): Promise<{ desk: string; reason: string; count: number }[]> {
    const items = await desk.life.desk.request('sync.quarantine', {}, ADMIN);
    return items.map(({ desk: of, reason, count }) => ({ desk: of, reason, count }));
  }
  async online(desks: readonly FaultyDesk[] = this.desks): Promise<void> {
    await until(
      () => desks.every(({ life }) => life.cable.hub !== null),
      () => 'the desks do not find the hub',
    );
  }

  /** They know that the hub is away. */
  async offline(): Promise<void> {
    await until(
      () => this.desks.every(({ life }) => life.cable.hub === null),
      () => 'the desks do not hear that the hub is gone',
    );
  }

  async close(): Promise<void> {
    await this.rest();
    for (const desk of this.desks) if (desk.isRunning) await desk.life.close();
    await this.hub.remove();
    for (const desk of this.desks) {
      await drop(desk.disk);
      rmSync(desk.dir, { recursive: true, force: true });
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}

type Contents = Awaited<ReturnType<typeof contentsOf>>;

/** Which tables, and the first rows that differ. */
function difference(a: Contents, b: Contents): string {
  const tables = Object.keys(a.rows).filter((table) => !isDeepStrictEqual(a.rows[table], b.rows[table]));
  const rows = tables.flatMap((table) => {
    const other = b.rows[table] ?? [];
    const differing = (a.rows[table] ?? []).findIndex((row, i) => !isDeepStrictEqual(row, other[i]));
    return `${table}: ${JSON.stringify(a.rows[table]?.[differing])} / ${JSON.stringify(other[differing])}`;
  });
  const more = (['totals', 'changes', 'count', 'erased'] as const).filter((part) => !isDeepStrictEqual(a[part], b[part]));
  return [...rows, ...more].join('\n');
}

/** Where every chain ends, in one text. */
export async function endsOf({ life }: FaultyDesk): Promise<string> {
  const { ends } = await life.internal('internal.sync.ends', null);
  return ends
    .map(({ desk, inc, last, hash }) => `${desk}.${inc}.${last} ${Buffer.from(hash).toString('hex', 0, 4)}`)
    .sort()
    .join(', ');
}

/** What of them is one desk's. */
export const tailOf = (ends: string, { code }: FaultyDesk): string =>
  ends
    .split(', ')
    .filter((end) => end.startsWith(`${code}.`))
    .join();

/** Resolves when everything that this desk has written is at these. */
export const has = (desks: readonly FaultyDesk[], author: FaultyDesk): Promise<void> =>
  until(
    async () => {
      const wanted = tailOf(await endsOf(author), author);
      return (await Promise.all(desks.map(endsOf))).every((ends) => tailOf(ends, author) === wanted);
    },
    () => `what desk ${author.code} wrote does not come`,
  );

/** @throws with what is wrong, when it hangs */
export async function until(what: () => boolean | Promise<boolean>, wrong: () => string): Promise<void> {
  for (let looks = 0; !(await what()); await pause(20)) if (++looks > LOOKS) throw new Error(wrong());
}
