import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Alarms, type PendingAlarm } from '../../electron/alarm/alarms';
import { log } from '../../electron/log';
import type { InternalName, InternalRequests, InternalStorage } from '../../electron/storage/internal';
import { refuse } from '../../shared/errors';

// What fails here fails on purpose.
log.transports.console.level = false;

interface Stored {
  state: 'pending' | 'active' | 'false-alarm';
  raisedAt: number;
  code: string;
  how: string;
  staffId: string;
  lines: string[];
}

/** What the storage host keeps of alarms, in memory; `refusing`: as with a full disk. */
export class AlarmStore implements InternalStorage {
  readonly alarms = new Map<string, Stored>();
  refusing = false;
  /** Called when one was written, before its answer. */
  onWritten: (name: InternalName) => void = () => {};

  async internal<N extends InternalName>(
    name: N,
    input: InternalRequests[N]['input'],
    staffId: string | null = null,
  ): Promise<InternalRequests[N]['output']> {
    if (this.refusing && name !== 'internal.alarm.unsent') refuse('read-only');
    const answer = this.answer(name, input as never, staffId ?? '');
    this.onWritten(name);
    return answer as InternalRequests[N]['output'];
  }

  get only(): Stored {
    const [first, second] = [...this.alarms.values()];
    if (!first || second) throw new Error(`${this.alarms.size} alarms`);
    return first;
  }

  private answer(name: InternalName, input: { id: string } & Record<string, never>, staffId: string): unknown {
    const known = this.alarms.get(input?.id ?? '');
    switch (name) {
      case 'internal.alarm.raise':
        if (!known) this.alarms.set(input.id, { state: 'pending', raisedAt: input.raisedAt ?? 0, code: '', how: '', staffId, lines: [] });
        return { number: '20261123-01-T01' };
      case 'internal.alarm.unsent':
        return [...this.alarms].filter(([, { state }]) => state === 'pending').map(([id]) => ({ id }));
      case 'internal.alarm.signedIn':
        for (const alarm of this.alarms.values()) alarm.staffId ||= staffId;
        return null;
      default:
        break;
    }
    if (!known) return refuse('not-found');
    if (name === 'internal.alarm.line') known.lines.push(input.text ?? '');
    else if (name === 'internal.alarm.falseAlarm') known.state = 'false-alarm';
    else {
      if (known.state === 'pending') Object.assign(known, { state: 'active', how: input.how });
      known.code ||= input.code ?? '';
    }
    return null;
  }
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alarms-'));
  folders.push(folder);
  return folder;
}

export interface Around {
  /** Null before the passphrase. */
  store: AlarmStore | null;
  profileDir: string;
  /** Who is at the desk. */
  staffId: string | null;
}

/** The alarms of a program; what is around it may change while it runs. */
export function alarmsOf(more: Partial<Around> = {}): { alarms: Alarms; around: Around; store: AlarmStore } {
  const around: Around = { store: new AlarmStore(), profileDir: newFolder(), staffId: null, ...more };
  const alarms = new Alarms({
    profileDir: around.profileDir,
    storage: () => around.store,
    now: () => Date.now(),
    staffId: () => around.staffId,
  });
  return { alarms, around, store: around.store ?? new AlarmStore() };
}

/** Resolves when what the screen shows is so. */
export const shown = ({ pending }: Alarms, is: (now: PendingAlarm) => boolean): Promise<PendingAlarm> =>
  new Promise((resolve) => {
    const stop = pending.subscribe((now) => {
      if (!is(now)) return;
      queueMicrotask(() => stop());
      resolve(now);
    });
  });
