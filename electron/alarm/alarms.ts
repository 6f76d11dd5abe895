import { v7 as uuid } from 'uuid';
import type { OutputOf } from '../../shared/contract';
import type { IncidentCode } from '../../shared/domain/incident-plan';
import { refuse } from '../../shared/errors';
import { timeOf } from '../../shared/rules/time';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { InternalStorage } from '../storage/internal';
import { type EarlyAlarm, EarlyAlarms } from './early-alarms';

export type PendingAlarm = OutputOf<'alarm.pending'>;
const NONE: PendingAlarm = { id: '', raisedAt: 0, sendsAt: 0, kept: 'stored', message: '' };
/** As long as the hall's own setting is not known. */
const SEND_AFTER_SECONDS = 10;

interface Deps {
  profileDir: string;
  /** Null before the hall's data is open. */
  storage(): InternalStorage | null;
  now(): number;
  /** Who is at the desk: nobody while the screen is locked, for then it could be anyone. */
  staffId(): string | null;
}

/**
 * 报警. The key is taken here, so that its moment, its ten seconds and its way to the disk depend on no screen: the page
 * may hang, be locked or be dead. A second press before the alarm went out is the same alarm.
 */
export class Alarms {
  readonly pending = new Observable<PendingAlarm>(NONE);
  private readonly early: EarlyAlarms;
  /** Of this run of the program, and not in the store: here too, for the file may have refused them as well. */
  private readonly aside = new Map<string, EarlyAlarm>();
  private timer: NodeJS.Timeout | null = null;
  private again: NodeJS.Timeout | null = null;
  /** What lies aside is taken in by one at a time. */
  private taking: Promise<void> = Promise.resolve();
  /** The way of the pending one to the disk; what follows waits for it. */
  private stored: Promise<boolean> = Promise.resolve(true);
  private sendAfterMs = SEND_AFTER_SECONDS * 1000;

  constructor(private readonly deps: Deps) {
    this.early = new EarlyAlarms(deps.profileDir);
  }

  setSendAfter(seconds: number): void {
    this.sendAfterMs = seconds * 1000;
  }

  /** Synchronous up to the moment being taken. @returns once it is on the disk, or could not get there */
  async press(): Promise<{ id: string; stored: boolean }> {
    const known = this.pending.get().id;
    if (known) return { id: known, stored: await this.stored };
    const began = performance.now();
    const raisedAt = this.deps.now();
    const id = uuid();
    this.pending.set({ id, raisedAt, sendsAt: raisedAt + this.sendAfterMs, kept: 'saving', message: '' });
    this.timer = setTimeout(() => void this.sendByItself(id), this.sendAfterMs);
    this.stored = this.store(id, raisedAt, began);
    return { id, stored: await this.stored };
  }

  /** @param code empty: it goes out without a type */
  async confirm(id: string, code: IncidentCode | ''): Promise<void> {
    await this.send(id, code, 'chosen');
  }

  async line(id: string, text: string): Promise<void> {
    await this.settled(id);
    await this.open('资料尚未解锁，这一行没有记下，警报本身已保存。请先在纸上记下，解锁后补记。').internal(
      'internal.alarm.line',
      { id, text },
      this.deps.staffId(),
    );
  }

  /** Another desk's alarm: it is in the hall's data, or nobody here could hear it. */
  async heard(id: string): Promise<void> {
    await this.open('资料尚未解锁，「收到」没有记下。请解锁后再按一次。').internal('internal.alarm.heard', { id }, this.deps.staffId());
  }

  async falseAlarm(id: string, reason: string): Promise<void> {
    await this.settled(id);
    const storage = this.open('资料尚未解锁，警报已保存。请解锁后再按误报结束。');
    await storage.internal('internal.alarm.falseAlarm', { id, reason }, this.deps.staffId());
    this.gone(id);
  }

  /**
   * The hall's data is open: what waited for it goes in, and what an earlier run of the program did not send goes out. A
   * store that refuses is asked again until it has them; the program opens meanwhile.
   */
  ready(): Promise<void> {
    this.taking = this.taking.then(() => this.takeIn());
    return this.taking;
  }

  /** Somebody signed in or unlocked the screen: an alarm without a reporter gets one. */
  async signedIn(staffId: string): Promise<void> {
    await this.deps.storage()?.internal('internal.alarm.signedIn', null, staffId);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.again) clearTimeout(this.again);
  }

  private async takeIn(): Promise<void> {
    const storage = this.deps.storage();
    if (!storage) return;
    if (this.again) clearTimeout(this.again);
    try {
      const kept = new Map((await this.early.all()).map((alarm) => [alarm.id, alarm]));
      for (const [id, alarm] of this.aside) kept.set(id, alarm);
      for (const alarm of kept.values()) await this.takeOne(storage, alarm);
      await this.early.clear([...kept.values()]);
      for (const { id } of await storage.internal('internal.alarm.unsent', null))
        if (!this.isPending(id)) await storage.internal('internal.alarm.send', { id, code: '', how: 'after-restart' }, null);
    } catch (error) {
      log.error(`alarms that lie aside: ${describe(error)}`);
      this.again = setTimeout(() => void this.ready(), this.sendAfterMs);
    }
  }

  private async takeOne(storage: InternalStorage, alarm: EarlyAlarm): Promise<void> {
    const { id, raisedAt, code } = alarm;
    await storage.internal('internal.alarm.raise', { id, raisedAt, elapsed: Math.max(0, this.deps.now() - raisedAt) }, null);
    // The one whose type is being asked for still has its ten seconds.
    if (this.isPending(id) && code === '') this.said(id, { kept: 'stored', message: '' });
    else await storage.internal('internal.alarm.send', { id, code, how: this.howSent(alarm) }, null);
    if (this.aside.get(id)?.code === code) this.aside.delete(id);
  }

  private howSent({ id, code }: EarlyAlarm): 'chosen' | 'by-itself' | 'after-restart' {
    if (!this.aside.has(id)) return 'after-restart';
    return code === '' ? 'by-itself' : 'chosen';
  }

  private isPending(id: string): boolean {
    return this.pending.get().id === id;
  }

  private async store(id: string, raisedAt: number, began: number): Promise<boolean> {
    const storage = this.deps.storage();
    try {
      if (!storage) throw new Error('the store is not open');
      await storage.internal('internal.alarm.raise', { id, raisedAt, elapsed: elapsedSince(began) }, this.deps.staffId());
      this.said(id, { kept: 'stored' });
      return true;
    } catch (error) {
      if (storage) log.error(`alarm: ${describe(error)}`);
      return this.keepAside(id, raisedAt, '');
    }
  }

  private async keepAside(id: string, raisedAt: number, code: IncidentCode | ''): Promise<boolean> {
    this.aside.set(id, { id, raisedAt, code });
    try {
      await this.early.keep({ id, raisedAt, code });
      this.said(id, { kept: 'early', message: '警报已记在本机，解锁资料后自动归入记录。' });
      return true;
    } catch (error) {
      log.error(`alarm kept aside: ${describe(error)}`);
      const message = `警报没能写入磁盘。请口头报警，并在纸上记下时间 ${timeOf(raisedAt)}。`;
      this.said(id, { kept: 'failed', message });
      return false;
    }
  }

  private async sendByItself(id: string): Promise<void> {
    try {
      await this.send(id, '', 'by-itself');
    } catch (error) {
      log.error(`alarm did not go out: ${describe(error)}`);
      this.timer = setTimeout(() => void this.sendByItself(id), this.sendAfterMs);
    }
  }

  private async send(id: string, code: IncidentCode | '', how: 'chosen' | 'by-itself'): Promise<void> {
    await this.settled(id);
    const { id: here, raisedAt, kept } = this.pending.get();
    const storage = this.deps.storage();
    if (here === id && (kept === 'early' || kept === 'failed' || !storage)) {
      // The type joins it where it lies; once the store is open it goes out from there.
      await this.keepAside(id, raisedAt, code);
      this.gone(id);
      await this.ready();
      return;
    }
    await this.open('资料尚未解锁，警报已保存。').internal('internal.alarm.send', { id, code, how }, this.deps.staffId());
    this.gone(id);
  }

  private settled(id: string): Promise<unknown> {
    return this.isPending(id) ? this.stored : Promise.resolve();
  }

  private open(message: string): InternalStorage {
    return this.deps.storage() ?? refuse('store-locked', { message });
  }

  private said(id: string, part: Partial<PendingAlarm>): void {
    if (this.isPending(id)) this.pending.update(part);
  }

  private gone(id: string): void {
    if (!this.isPending(id)) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.pending.set(NONE);
  }
}

const elapsedSince = (began: number): number => Math.round(performance.now() - began);
