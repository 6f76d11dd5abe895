import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { InternalName } from '../../../electron/storage/internal';
import type { Actor } from '../../../electron/storage/protocol';
import { contract, type RequestName } from '../../../shared/contract';
import type { Result } from '../../../shared/result';
import { CLERK, GUO, LAN, registration, staffIds } from '../../storage/host/desk';
import { guide } from '../../storage/host/hall';
import { GUARD } from '../../storage/host/incident';
import { TALKER, TEAM } from '../../storage/host/talk';
import type { FaultyDesk, Life } from './desk';
import type { Random } from './random';

const PEOPLE = [LAN, GUO, { docType: 'none' as const, docNumber: '', name: '张三', phone: '' }];
const ACTS = ['register', 'register', 'register', 'guide', 'call', 'begin', 'note', 'note', 'alarm', 'entry', 'message'] as const;

/** What was asked at all desks, and what somebody was told is saved. */
export class Ledger {
  /** Request ids of writes, with what was asked. */
  readonly confirmed = new Map<string, string>();
  readonly rows = new Map<string, { table: string; desk: string }>();
  readonly visits: string[] = [];
  readonly interviews: string[] = [];
  readonly incidents: string[] = [];
}

/** Somebody at a desk, who registers, calls, notes and raises alarms without an end. */
export class Work {
  private stopped = false;
  private readonly running: Promise<void>;
  done = 0;

  constructor(
    private readonly at: FaultyDesk,
    private readonly ledger: Ledger,
    private readonly random: Random,
  ) {
    this.running = this.run();
    // Heard when the work is stopped.
    this.running.catch(() => {});
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const life = this.at.isRunning ? this.at.life : null;
      if (life) await this.act(life).catch((error: unknown) => (life.dead ? undefined : Promise.reject(error)));
      await pause(20 + this.random.int(60));
    }
  }

  private async act(life: Life): Promise<void> {
    const { random, ledger } = this;
    const some = (ids: string[]): string => (ids.length > 0 ? random.pick(ids) : '');
    const requestId = uuid();
    const n = random.int(1000);
    switch (random.pick(ACTS)) {
      case 'register': {
        const done = await this.register(life, n, requestId);
        if (done) ledger.visits.push(done);
        return;
      }
      case 'guide':
        return void (await this.ask(life, 'visit.act', { id: some(ledger.visits) || uuid(), from: 'issued', act: guide }, CLERK));
      case 'call': {
        const act = { act: 'call', roomId: n % 2 === 0 ? 'room-1' : 'room-2' };
        return void (await this.ask(life, 'visit.act', { id: some(ledger.visits) || uuid(), from: 'waiting', act }, CLERK));
      }
      case 'begin': {
        const beginning = { from: random.pick(['issued', 'waiting']), roomId: random.pick(['room-1', 'room-2']), team: TEAM };
        const input = { visitId: some(ledger.visits) || uuid(), ...beginning, recusal: { declared: false, note: '' } };
        const begun = await this.ask(life, 'internal.interview.begin', input, TALKER);
        if (begun) this.saved('interviews', (begun as { interviewId: string }).interviewId, ledger.interviews);
        return;
      }
      case 'note': {
        const input = { requestId, id: some(ledger.interviews) || uuid(), note: { kind: 'visitor', text: `说了 ${n}`, elapsed: 0 } };
        return void (await this.ask(life, 'interview.note', input, TALKER, requestId));
      }
      case 'alarm': {
        const id = uuid();
        const raised = await this.ask(life, 'internal.alarm.raise', { id, raisedAt: Date.now(), elapsed: 0 }, GUARD, id);
        if (raised === undefined) return;
        this.saved('incidents', id, ledger.incidents);
        await this.ask(life, 'internal.alarm.send', { id, code: 'E03', how: 'chosen' }, GUARD);
        return;
      }
      case 'entry': {
        const entry = { kind: 'note', text: `记 ${n}` };
        return void (await this.ask(life, 'incident.add', { requestId, id: some(ledger.incidents) || uuid(), entry }, GUARD, requestId));
      }
      case 'message': {
        const input = { requestId, groups: ['security'], text: `通知 ${n}`, incidentId: '' };
        const sent = await this.ask(life, 'message.send', input, GUARD, requestId);
        if (sent) this.saved('messages', (sent as { id: string }).id);
      }
    }
  }

  private async register(life: Life, n: number, requestId: string): Promise<string | null> {
    const person = PEOPLE[n % PEOPLE.length] ?? LAN;
    const reg = await life.unlessKilled(registration(life.desk, { people: [person], summary: `事由 ${n}` }));
    const { docType, docNumber } = person;
    const result = docType === 'none' ? 'anonymous' : 'match';
    const check = { checkerId: staffIds.guard, result, reason: '', docType, docNumber };
    const verified = await this.ask(life, 'internal.addVerification', check, CLERK);
    if (!verified) return null;
    const input = { requestId, verificationId: (verified as { id: string }).id, registration: reg };
    const done = await this.ask(life, 'visit.register', input, CLERK, requestId);
    if (!done) return null;
    const { visitId } = done as { visitId: string };
    this.saved('visits', visitId);
    return visitId;
  }

  /** As the router asks. Undefined: it was refused, as it may be where others act on the same visit. */
  private async ask(life: Life, name: RequestName | InternalName, input: unknown, who: Actor, requestId = uuid()): Promise<unknown> {
    const parsed = Object.hasOwn(contract, name) ? contract[name as RequestName].input.parse(input) : input;
    const actor = { ...who, deskCode: this.at.code };
    const result: Result<unknown> = await life.unlessKilled(life.desk.call(name, parsed, actor, requestId));
    if (!result.ok) {
      if (result.error.code === 'internal') throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      return undefined;
    }
    this.ledger.confirmed.set(requestId, name);
    this.done++;
    return result.value;
  }

  private saved(table: string, id: string, list?: string[]): void {
    this.ledger.rows.set(id, { table, desk: this.at.code });
    list?.push(id);
  }
}
