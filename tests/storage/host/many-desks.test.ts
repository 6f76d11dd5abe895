import 'fake-indexeddb/auto';
import { decode, encode } from 'cborg';
import Dexie from 'dexie';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contentsOf } from './contents';
import { actor, CLERK, Desk, Disk, GUO, LAN, newDesk, registration, staffIds } from './desk';
import { guide } from './hall';
import { Hub, joinedDesk } from './hub';
import { GUARD } from './incident';
import { TALKER, tryBegin, tryEnd } from './talk';

const HISTORIES = Number(process.env.HALL_HISTORIES ?? 3);
/** Told, so that a long run can be had again. */
const SEED = Number(process.env.SYNC_SEED ?? Math.floor(Math.random() * 2 ** 31));
const CODES = ['01', '02', '03', '04', '05'];
const ADMIN = actor(staffIds.admin, 'administrator');
const PEOPLE = [LAN, GUO, { docType: 'none' as const, docNumber: '', name: '张三', phone: '' }];
const asks = [
  'register',
  'guide',
  'call',
  'begin',
  'note',
  'end',
  'correct',
  'void',
  'alarm',
  'entry',
  'message',
  'duty',
  'settings',
] as const;
const steps = ['send', 'bring', 'bring', 'bringTwice', 'bringNewer', 'restart', 'rebuild', 'copy', 'restore', 'restoreTwice'] as const;
type Step = { desk: number; does: (typeof asks)[number] | (typeof steps)[number]; pick: number };

/** Work and the network in one list: what is not brought for a while is a partition. */
const work: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    desk: fc.nat(59),
    does: fc.oneof(
      { weight: 4, arbitrary: fc.constant('register' as const) },
      { weight: 12, arbitrary: fc.constantFrom(...asks) },
      { weight: 6, arbitrary: fc.constantFrom(...steps) },
    ),
    pick: fc.nat(1000),
  }),
  { minLength: 40, maxLength: 70, size: 'max' },
);

class Hall {
  readonly hub: Hub;
  /** Ids that somebody was told are saved. */
  readonly confirmed = new Map<string, { table: string; desk: number }>();

  /** Copies of disks, as a backup has them, and the desks that came from one and have not asked the hub yet. */
  private readonly copies = new Map<number, Disk>();
  private readonly restored = new Set<number>();

  /** Every database there was, replaced PCs' too. */
  private readonly disks = new Set<Disk>();

  constructor(private readonly desks: Desk[]) {
    this.hub = new Hub(this.at(0).disk.hallId);
    for (const { disk } of desks) this.disks.add(disk);
  }
  get codes(): readonly string[] {
    return CODES.slice(0, this.desks.length);
  }
  at(n: number): Desk {
    const desk = this.desks[n];
    if (!desk) throw new Error(`no desk ${n}`);
    return desk;
  }

  async restart(n: number, { rebuild }: { rebuild: boolean }): Promise<void> {
    const { disk } = this.at(n);
    this.at(n).kill();
    if (rebuild) await Dexie.delete(disk.databaseName);
    this.desks[n] = new Desk(disk, CODES[n]);
    await this.at(n).open();
  }

  async do({ desk: any, does, pick }: Step): Promise<void> {
    const n = any % this.desks.length;
    const desk = this.at(n);
    if (does === 'send') await this.publish(n);
    else if (does === 'copy') this.copies.set(n, copyOf(desk.disk));
    else if (does === 'restore') await this.restore(n);
    else if (does === 'restoreTwice') await this.restoreTwice(n, pick);
    else if (does === 'bring' || does === 'bringTwice') await this.bring(n, pick, does === 'bringTwice');
    else if (does === 'bringNewer') await this.bringNewer(n, pick);
    else if (does === 'restart' || does === 'rebuild') await this.restart(n, { rebuild: does === 'rebuild' });
    else await this.ask(n, does, pick);
  }

  /** After a doubt a desk first reads what the hub holds under its name. */
  private async publish(n: number): Promise<void> {
    const own = this.hub.log.filter(({ desk }) => desk === CODES[n]);
    if (this.restored.delete(n)) for (const { batches } of own) await this.hub.bring(this.at(n), batches);
    await this.hub.publish(this.at(n), CODES[n] ?? '');
  }

  /** The PC is replaced: what it had sent is at the hub, what it had is as old as the copy. */
  private async restore(n: number): Promise<void> {
    const copy = this.copies.get(n);
    if (!copy) return;
    await this.publish(n);
    this.at(n).kill();
    const disk = copyOf(copy);
    this.disks.add(disk);
    this.desks[n] = new Desk(disk, CODES[n]);
    await this.at(n).open();
    this.restored.add(n);
  }

  /** From one copy, at work in between and afterwards: one incarnation is begun twice, with other content. */
  private async restoreTwice(n: number, pick: number): Promise<void> {
    if (!this.copies.has(n)) this.copies.set(n, copyOf(this.at(n).disk));
    for (const then of ['register', 'alarm'] as const) {
      await this.restore(n);
      await this.ask(n, then, pick);
      await this.ask(n, 'message', pick);
    }
  }

  /** Some messages of the log, in an order of its own. */
  private async bring(n: number, pick: number, twice: boolean): Promise<void> {
    const { log } = this.hub;
    const from = pick % (log.length + 1);
    const some = log.slice(from, from + 1 + (pick % 5)).map(({ batches }) => batches);
    if (pick % 3 === 0) some.reverse();
    for (const batches of twice ? [...some, ...some] : some) await this.hub.bring(this.at(n), batches);
  }

  /** As a desk with a later program writes it: it waits for the upgrade, and stops nothing that this version can read. */
  private async bringNewer(n: number, pick: number): Promise<void> {
    const { log } = this.hub;
    const { desk, batches } = log[pick % Math.max(1, log.length)] ?? {};
    const [first] = batches ?? [];
    if (!desk || !first || desk === this.codes[n]) return;
    const newer = this.hub.sign(desk, encode({ ...(decode(first.payload) as object), v: 2, later: pick }));
    expect((await this.hub.bring(this.at(n), [newer])).received).toEqual(['waiting']);
  }

  private async ask(n: number, does: (typeof asks)[number], pick: number): Promise<void> {
    const desk = this.at(n);
    const some = async (table: 'visits' | 'interviews' | 'incidents'): Promise<string> => {
      const ids = (await this.ids(n, table)).sort();
      return ids[pick % Math.max(1, ids.length)] ?? '';
    };
    const requestId = uuid();
    switch (does) {
      case 'register': {
        const reg = await registration(desk, { people: [PEOPLE[pick % PEOPLE.length] ?? LAN], summary: `事由 ${pick}` });
        const [first] = reg.people;
        const result = first?.docType === 'none' ? 'anonymous' : 'match';
        const check = {
          checkerId: staffIds.guard,
          result,
          reason: '',
          docType: first?.docType ?? 'none',
          docNumber: first?.docNumber ?? '',
        } as const;
        const { id: verificationId } = await desk.internal('internal.addVerification', check, staffIds.clerk);
        const done = await desk.try('visit.register', { requestId, verificationId, registration: reg }, CLERK);
        if (done.ok) this.confirmed.set(done.value.visitId, { table: 'visits', desk: n });
        return;
      }
      case 'guide':
      case 'call': {
        const id = await some('visits');
        if (id === '') return;
        const act = does === 'guide' ? guide : ({ act: 'call', roomId: pick % 2 === 0 ? 'room-1' : 'room-2' } as const);
        await desk.try('visit.act', { id, from: does === 'guide' ? 'issued' : 'waiting', act }, CLERK);
        return;
      }
      case 'begin': {
        const id = await some('visits');
        if (id === '') return;
        const begun = await tryBegin(desk, id, pick % 2 === 0 ? 'room-1' : 'room-2', { from: pick % 3 === 0 ? 'waiting' : 'issued' });
        if (begun.ok) this.confirmed.set(begun.value.interviewId, { table: 'interviews', desk: n });
        return;
      }
      case 'note': {
        const note = { kind: 'visitor' as const, text: `说了 ${pick}`, elapsed: 0 };
        await desk.try('interview.note', { requestId, id: (await some('interviews')) || uuid(), note }, TALKER);
        return;
      }
      case 'end':
        await tryEnd(desk, (await some('interviews')) || uuid(), { result: 'left', reason: '来访人有事先走' });
        return;
      case 'correct':
        await desk.try(
          'visit.correct',
          { id: (await some('visits')) || uuid(), patch: { summary: `更正 ${pick}`, place: `某地 ${pick % 7}` }, reason: '听错' },
          CLERK,
        );
        return;
      case 'void':
        if (pick % 4 === 0) await desk.try('visit.void', { id: (await some('visits')) || uuid(), reason: '重复登记' }, CLERK);
        return;
      case 'alarm': {
        const id = uuid();
        await desk.internal('internal.alarm.raise', { id, raisedAt: Date.now(), elapsed: 0 });
        await desk.internal('internal.alarm.send', { id, code: 'E03', how: 'chosen' });
        this.confirmed.set(id, { table: 'incidents', desk: n });
        return;
      }
      case 'entry':
        await desk.try(
          'incident.add',
          { requestId, id: (await some('incidents')) || uuid(), entry: { kind: 'note', text: `记 ${pick}` } },
          GUARD,
        );
        return;
      case 'message': {
        const sent = await desk.try('message.send', { requestId, groups: ['security'], text: `通知 ${pick}`, incidentId: '' }, GUARD);
        if (sent.ok) this.confirmed.set(sent.value.id, { table: 'messages', desk: n });
        return;
      }
      case 'duty':
        await desk.try('staff.duty', { id: staffIds.talker, onDuty: pick % 2 === 0 }, ADMIN);
        return;
      case 'settings': {
        const { rules } = await desk.internal('internal.settings', null);
        await desk.try('settings.put', { requestId, key: 'rules', value: { ...rules, paperFrom: 9001 + (pick % 100) } } as never, ADMIN);
      }
    }
  }

  /** Asked of the database beside the program, and many times. */
  private ids(n: number, table: string): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(this.at(n).disk.databaseName);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const asked = db.transaction(table).objectStore(table).getAllKeys();
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          db.close();
          resolve(asked.result as string[]);
        };
      };
    });
  }

  /** The network is whole again for a while. */
  async meet(): Promise<void> {
    for (const n of this.codes.keys()) await this.publish(n);
    for (const n of this.codes.keys()) await this.hub.bringAll(this.at(n));
  }

  async end(): Promise<void> {
    for (const desk of this.desks) desk.kill();
    for (const { databaseName } of this.disks) await Dexie.delete(databaseName);
  }
}

function copyOf(disk: Disk): Disk {
  const copy = new Disk(disk.hallKey, disk.hallId);
  copy.journal.push(...disk.journal.map((frame) => frame.slice()));
  for (const [id, wrapped] of disk.keyring) copy.keyring.set(id, wrapped);
  return copy;
}

describe('desks that work alone and meet again', () => {
  it(
    'end with the same rows, the same totals and the same changes, and nothing that was confirmed is missing',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 2, max: CODES.length }), work, async (desks, list) => {
          const first = await newDesk();
          const hall = new Hall([first, ...(await Promise.all(CODES.slice(1, desks).map((code) => joinedDesk(first.disk, code))))]);
          await hall.meet();
          for (const step of list) await hall.do(step);
          await hall.meet();
          const [one, ...others] = await Promise.all(hall.codes.map((code, n) => contentsOf(hall.at(n).disk, code)));
          if (!one) throw new Error('no desk');
          for (const other of others) expect(other).toEqual(one);
          for (const [id, { table }] of hall.confirmed)
            expect((one.rows[table] ?? []).filter((row) => (row as { id: string }).id === id)).toHaveLength(1);
          for (const n of hall.codes.keys()) {
            const journaled = hall.at(n).disk.journal.length;
            expect(await hall.at(n).internal('internal.verifyChain', null)).toEqual({ batches: journaled, brokenAt: null, aside: 0 });
            const admin = await hall.at(n).request('sync.quarantine', {}, ADMIN);
            expect(admin).toEqual([]);
          }
          await hall.end();
        }),
        // A long run ends at its first fault, which its path repeats: making that one small takes longer than the run.
        { numRuns: HISTORIES, seed: SEED, path: process.env.SYNC_PATH ?? '', endOnFailure: HISTORIES > 100 },
      );
    },
    60_000 + HISTORIES * 10_000,
  );
});
