import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { joinAs, syncView } from '../e2e/desks';
import { CLERK, personWith } from '../e2e/people';
import { launch, type RunningProgram, temporaryProfile } from '../e2e/program';
import { endIncident, firstOf } from '../faults/incidents';
import { signInByBridge } from '../faults/visits';
import { watchDesk, watchKeys } from './sync-watch';

const ADMIN = personWith('administrator');
/** A folder on a file system of its own: on one disk for all, a desk that joins makes the others wait for their flushes, as no PC does. */
const JOINED_ON = process.env.SYNC_JOINED_ON;

export interface AlarmTime {
  /** From F9 at the one desk to the first tone at the other, ms. */
  ms: number;
  /** The other was in its first sync when it sounded. */
  syncing: boolean;
  desk: string;
}

/** A desk that has just begun its first sync; a clerk sits at the first. */
export async function joining(first: RunningProgram, deskCode: string): Promise<RunningProgram> {
  const program = await launch({ profile: JOINED_ON ? mkdtempSync(join(JOINED_ON, 'desk-')) : temporaryProfile() });
  await watchDesk(program.page);
  await signInByBridge(first.page, ADMIN);
  await joinAs(program, first, deskCode);
  // Whoever invites may not end an alarm.
  await signInByBridge(first.page, CLERK);
  await program.page.evaluate(() => window.other.begun());
  return program;
}

/**
 * F9 and the digit at the first desk, until the alarm sounds at one that is in its first sync; each is ended before the
 * next. When that first sync is over, the next desk joins, as long as there are some.
 */
export async function alarmsWhileJoining(first: RunningProgram, deskCodes: readonly string[], alarms: number): Promise<AlarmTime[]> {
  await watchKeys(first.page);
  const codes = [...deskCodes];
  const times: AlarmTime[] = [];
  let desk: RunningProgram | null = null;
  let code = '';
  while (times.length < alarms) {
    if (!desk || (codes.length > 0 && !(await desk.page.evaluate(() => window.other.syncing)))) {
      await desk?.close();
      code = codes.shift() ?? code;
      desk = await joining(first, code);
      console.log(`desk ${code} joins after ${times.length} alarms`);
    }
    times.push({ ...(await alarm(first.page, desk.page)), desk: code });
  }
  await desk?.close();
  return times;
}

async function alarm(from: Page, to: Page): Promise<{ ms: number; syncing: boolean }> {
  const sounded = to.evaluate(() => window.other.sounded());
  await from.keyboard.press('F9');
  const dialog = from.getByRole('dialog', { name: '突发报警' });
  await dialog.waitFor();
  await from.keyboard.press('7');
  const { at, syncing } = await sounded;
  const key = (await from.evaluate(() => window.alarmKeys.splice(0))).at(0) ?? Number.NaN;
  for (const { id } of await firstOf(from, 'alarm.running', {})) await endIncident(from, id);
  await expect(to.locator('.other-alarm'), 'ended there too').toHaveCount(0);
  return { ms: at - key, syncing };
}

/** All that the desk has written is at the hub. */
export const sent = (page: Page): Promise<void> =>
  expect.poll(async () => (await syncView(page)).waiting, { timeout: 0, message: 'everything is sent' }).toBe(0);
