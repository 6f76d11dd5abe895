import { ALONE, type DeskSeen, type SyncLink, type SyncView } from '../../shared/domain/sync';
import type { Observable } from '../observable';
import { FINDINGS, Findings } from './findings';
import type { KnownDesks } from './known-desks';
import type { Seen } from './seen';

export interface StateDeps {
  now(): number;
  seen(): Seen;
  desks: KnownDesks;
  desk: string;
  /** Names of the hall's desks by their codes. */
  names(): ReadonlyMap<string, string>;
}

/** What the light and its panel show; put together anew whenever something of it changes. */
export class SyncState {
  readonly findings = new Findings(() => this.tell());
  private connected = false;

  constructor(
    readonly view: Observable<SyncView>,
    private readonly deps: StateDeps,
    private readonly hasHub: boolean,
    addresses: string[],
  ) {
    view.set({ ...ALONE, link: hasHub ? 'offline' : 'alone', since: deps.now(), hub: addresses });
  }

  connect(connected: boolean): void {
    this.connected = connected;
    this.tell();
  }

  update(part: Partial<Pick<SyncView, 'waiting' | 'waitingSince' | 'lastSent' | 'lastReceived' | 'progress' | 'quarantined'>>): void {
    if (part.quarantined !== undefined)
      this.findings.set('quarantined', part.quarantined > 0 ? FINDINGS.quarantined(part.quarantined) : null);
    this.tell(part);
  }

  /** What was heard, or a desk was invited. */
  tell(part: Partial<SyncView> = {}): void {
    const now = this.view.get();
    const link = this.link();
    const next = {
      ...now,
      ...part,
      link,
      desks: this.desks(),
      findings: this.findings.texts(),
      since: link === now.link ? now.since : this.deps.now(),
    };
    if (JSON.stringify(next) !== JSON.stringify(now)) this.view.set(next);
  }

  private link(): SyncLink {
    if (!this.hasHub) return 'alone';
    if (!this.connected) return 'offline';
    return this.findings.disagrees ? 'disagrees' : 'online';
  }

  /** Those of the hall's list, and those that were invited and left it since. */
  private desks(): DeskSeen[] {
    const seen = this.deps.seen();
    const names = this.deps.names();
    const invited = this.deps.desks
      .all()
      .filter(({ code }) => code !== this.deps.desk)
      .map(({ code, revokedAfter }) => ({
        code,
        name: names.get(code) ?? '',
        invited: true,
        online: this.connected && seen.isOnline(code),
        revoked: revokedAfter !== null,
        lastSeen: seen.lastSeen(code),
        clockAheadMs: seen.clockAheadMs(code),
      }));
    const others = uninvited(names, this.deps.desk).filter(({ code }) => !invited.some((desk) => desk.code === code));
    return [...invited, ...others].sort((a, b) => a.code.localeCompare(b.code));
  }
}

/** Of the hall's list, and nothing else is known of them. @param names by code */
export const uninvited = (names: ReadonlyMap<string, string>, own: string): DeskSeen[] =>
  [...names]
    .filter(([code]) => code !== own)
    .map(([code, name]) => ({ code, name, invited: false, online: false, revoked: false, lastSeen: null, clockAheadMs: null }))
    .sort((a, b) => a.code.localeCompare(b.code));
