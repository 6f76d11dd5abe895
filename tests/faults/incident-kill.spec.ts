import { expect, type Page, test } from '@playwright/test';
import { incidentPicture } from '../../shared/rules/incident-picture';
import { CLERK, launch, temporaryProfile } from '../e2e/program';
import { actEndlessly, endIncident, firstOf, lineEndlessly, watchAlarm } from './incidents';
import { chainState, signInByBridge } from './visits';

/**
 * The program is killed with SIGKILL at random moments of an incident: as F9 is pressed, within its ten seconds, as the
 * digit is pressed, while lines are written. Afterwards every line that was confirmed is there in its order, the state is
 * what the lines say, and the clock has run on. INCIDENT_ROUNDS sets how often (50 by `npm run faults`).
 */
const ROUNDS = Number(process.env.INCIDENT_ROUNDS ?? 5);
test.setTimeout(ROUNDS * 60_000 + 120_000);

/** Between the key and the first line the clock may lose what the way to the storage host takes. */
const CLOCK_MAY_LOSE_MS = 1000;

interface Told {
  /** Empty: the kill was quicker than the program's answer. */
  id: string;
  raisedAt: number;
  lines: string[];
}
/** What is done before the kill, and how long at most it is waited then. */
const MOMENTS = [
  { name: 'at the key', signedIn: false, stored: false, digit: false, write: null, within: 60 },
  { name: 'in the ten seconds', signedIn: false, stored: true, digit: false, write: lineEndlessly, within: 4000 },
  { name: 'at the digit', signedIn: true, stored: true, digit: true, write: null, within: 60 },
  { name: 'while anybody writes', signedIn: false, stored: true, digit: true, write: lineEndlessly, within: 1500 },
  { name: 'while the desk acts', signedIn: true, stored: true, digit: true, write: actEndlessly, within: 1500 },
] as const;

test(`${ROUNDS} kills in the middle of an incident: the timeline is whole, the clock has run on`, async () => {
  const profile = temporaryProfile();
  let confirmed = 0;
  let known = 0;
  let told: Told = { id: '', raisedAt: 0, lines: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const moment = MOMENTS[round % MOMENTS.length] ?? MOMENTS[0];
    const { page, kill } = await launch({ profile, seed: 'demo' });
    // Looking asks for a sign-in; the round itself may want none.
    await signInByBridge(page, CLERK);
    known += await lookAt(page, told, `before round ${round + 1}`);
    if (!moment.signedIn) await page.evaluate(() => window.reception.request('session.signOut', {}));
    told = await killWhile(page, moment, kill);
    confirmed += told.lines.length;
    console.log(`round ${round + 1}, ${moment.name}: ${told.id ? 'alarm confirmed' : 'not confirmed'}, ${told.lines.length} lines`);
  }
  const { page, close } = await launch({ profile, seed: 'demo' });
  await signInByBridge(page, CLERK);
  known += await lookAt(page, told, 'at the end');
  const listed = await firstOf(page, 'incident.list', { drill: false, limit: 200 });
  expect(listed.length, 'no alarm twice').toBe(known);
  expect(listed.filter(({ state }) => state !== 'false-alarm')).toEqual([]);
  await expect.poll(() => chainState(page), { timeout: 120_000 }).toBe('verified');
  await close();
  console.log(`${ROUNDS} kills in an incident: ${known} alarms and ${confirmed} lines confirmed, none lost; chain verified`);
});

async function killWhile(page: Page, moment: (typeof MOMENTS)[number], kill: () => Promise<void>): Promise<Told> {
  const told: Told = { id: '', raisedAt: 0, lines: [] };
  const stored = new Promise<void>((resolve) => {
    void watchAlarm(page, (id, raisedAt) => {
      Object.assign(told, { id, raisedAt });
      resolve();
    }).then(
      () => page.keyboard.press('F9').catch(() => {}),
      () => {},
    );
  });
  await page.exposeFunction('written', (text: string) => void told.lines.push(text));
  let dying: Promise<unknown> = Promise.resolve();
  if (moment.stored) {
    await stored;
    await expect(page.getByRole('dialog', { name: '突发报警' })).toBeVisible();
    if (moment.digit) await page.keyboard.press('7');
    if (moment.digit && moment.write) await expect(page.getByRole('dialog', { name: '突发报警' })).toBeHidden();
    dying = moment.write?.(page, told.id).catch(() => {}) ?? dying;
  }
  await new Promise((resolve) => setTimeout(resolve, Math.random() * moment.within));
  await kill();
  await dying;
  return told;
}

/** Everything that runs is whole; then it is ended. @returns how many there were */
async function lookAt(page: Page, told: Told, when: string): Promise<number> {
  const running = await firstOf(page, 'alarm.running', {});
  if (told.id)
    expect(
      running.map(({ id }) => id),
      `${when}: the alarm that was confirmed`,
    ).toContain(told.id);
  expect(running.length, when).toBeLessThanOrEqual(1);
  for (const { id, raisedAt } of running) {
    const { entries, total } = await firstOf(page, 'incident.timeline', { id, limit: 1000 });
    const view = await firstOf(page, 'incident.view', { id });
    expect(
      entries.map(({ n }) => n),
      `${when}: no line is missing`,
    ).toEqual(Array.from({ length: total }, (_, n) => n));
    expect(entries.map(({ elapsed }) => elapsed)).toEqual(entries.map(({ elapsed }) => elapsed).sort((a, b) => a - b));
    const kinds = entries.map(({ data }) => data.kind);
    expect(kinds[0], when).toBe('raised');
    expect(
      kinds.filter((kind) => kind === 'sent' || kind === 'raised'),
      `${when}: sent once`,
    ).toEqual(['raised', 'sent']);
    const picture = incidentPicture(
      entries.map((entry) => ({ ...entry, staffId: '' })),
      view?.plan ?? null,
    );
    expect({ state: view?.state, code: view?.code }, `${when}: the row says what the lines say`).toEqual({
      ...{ state: picture.state, code: picture.code },
    });
    const written = entries.filter(({ data }) => ['note', 'controlled', 'uncontrolled'].includes(data.kind)).map(({ text }) => text);
    if (told.id === id) {
      expect(raisedAt).toBe(told.raisedAt);
      expect(written.slice(0, told.lines.length), `${when}: every line that was confirmed, in its order`).toEqual(told.lines);
      expect(written.length, `${when}: and at most the one that was on its way`).toBeLessThanOrEqual(told.lines.length + 1);
    }
    const passed = Date.now() - raisedAt;
    const clock = await page.evaluate((asked) => window.reception.request('incident.clock', { id: asked }), id);
    expect(clock.ok && clock.value.elapsed, `${when}: the clock has run on`).toBeGreaterThanOrEqual(passed - CLOCK_MAY_LOSE_MS);
    await endIncident(page, id);
  }
  return running.length;
}
