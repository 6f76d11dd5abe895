import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { INCIDENT_CODES } from '../../shared/domain/incident-plan';
import { describe, log } from '../log';
import { writeFileDurably } from '../storage/journal/durable-file';

/** An alarm that the store could not take yet. It holds nothing of anybody: which desk it is, the profile knows. */
const EarlyAlarm = z.object({ id: z.uuid(), raisedAt: z.number().int(), code: z.union([z.enum(INCIDENT_CODES), z.literal('')]) });
export type EarlyAlarm = z.infer<typeof EarlyAlarm>;

/**
 * Alarms from before the start-up passphrase was typed, or that the store refused: one line each in a file of the
 * profile, flushed, and taken into the store as soon as it is open. Only they need it: everything else can wait for the
 * passphrase.
 */
export class EarlyAlarms {
  private readonly path: string;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(profileDir: string) {
    this.path = join(profileDir, 'alarms.jsonl');
  }

  keep(alarm: EarlyAlarm): Promise<void> {
    return this.inTurn(async () => {
      const file = await open(this.path, 'a', 0o600);
      try {
        // The line before may be half a one: it must not take this one with it.
        await file.write(`\n${JSON.stringify(alarm)}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
    });
  }

  /** The last line of each alarm, in the order in which they were raised. */
  all(): Promise<EarlyAlarm[]> {
    return this.inTurn(() => this.lines());
  }

  /** After the store has these; what came meanwhile stays. */
  clear(taken: readonly EarlyAlarm[]): Promise<void> {
    return this.inTurn(async () => {
      if ((await this.read()) === '') return;
      const left = (await this.lines()).filter(({ id, code }) => !taken.some((each) => each.id === id && each.code === code));
      await writeFileDurably(this.path, Buffer.from(left.map((alarm) => `${JSON.stringify(alarm)}\n`).join('')));
    });
  }

  private async lines(): Promise<EarlyAlarm[]> {
    const alarms = new Map<string, EarlyAlarm>();
    for (const line of (await this.read()).split('\n')) {
      const alarm = parsed(line);
      if (alarm) alarms.set(alarm.id, alarm);
    }
    return [...alarms.values()];
  }

  private async read(): Promise<string> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.error(`early alarms: ${describe(error)}`);
      return '';
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }
}

/** The end of the file may be half a line: the power went while it was written. */
function parsed(line: string): EarlyAlarm | null {
  try {
    return EarlyAlarm.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
