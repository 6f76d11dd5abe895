import { expect, type Page, test } from '@playwright/test';
import { hostPage } from '../bench/host-page';
import { changesOf } from '../bench/sync-raw';
import { firstOf } from '../faults/incidents';
import { registerOnce, signInByBridge } from '../faults/visits';
import { copiesOf, removeQueue, setUpCups } from '../printing/cups-queue';
import { ask, hallOfDesks, online, reopen, settled, syncView } from './desks';
import { CHECKER_PIN, CLERK } from './people';
import { choosePrinter } from './print-jobs';
import { launch, type RunningProgram } from './program';

/** The hub is away for an hour of the desks' own time, and everybody goes on working. */
test.describe.configure({ timeout: 300_000 });

const QUEUE = 'reception-sync-hour';
const HOUR_S = 3600;
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

/** Today at nine in the morning where the hall is: an hour later it is still today. */
function morning(): number {
  const nine = Math.floor(Date.now() / 86_400_000) * 86_400_000 + 3_600_000;
  return Math.round((nine - Date.now()) / 1000);
}
const seconds = (n: number): string => `${n < 0 ? '' : '+'}${n}`;

const cardsOf = async (page: Page) => (await firstOf(page, 'print.jobs', {})).filter(({ kind }) => kind === 'card');
const numbersOf = async (page: Page): Promise<string[]> => (await firstOf(page, 'visit.today', {})).map((visit) => visit.number).sort();

/** @returns the visit's id */
async function visitor(page: Page, n: number): Promise<string> {
  const saved = await registerOnce(page, n, CHECKER_PIN);
  if ('refused' in saved) throw new Error(saved.refused);
  return saved.visitId;
}

/** What a desk does in a while: two visitors, a word to a group, an alarm that was none. @returns the visits' ids */
async function work(page: Page, n: number): Promise<string[]> {
  const visits = [await visitor(page, n), await visitor(page, n + 1)];
  await ask(page, 'message.send', { requestId: crypto.randomUUID(), groups: ['security'], text: `第 ${n} 次巡查后请回复`, incidentId: '' });
  const { id } = await ask(page, 'alarm.raise', {});
  await ask(page, 'alarm.falseAlarm', { id, reason: '误触' });
  return visits;
}

test('an hour without the hub, the programs started anew in the middle: afterwards all are equal, and every card was printed once', async () => {
  const before = morning();
  const clock = seconds(before);
  const { hub, programs, close } = await hallOfDesks(3, { clock });
  let running: RunningProgram[] = programs;
  const pages = (): Page[] => running.map(({ page }) => page);
  const own: string[][] = [[], [], []];
  const everybodyWorks = async (n: number): Promise<void> => {
    for (const [i, page] of pages().entries()) own[i]?.push(...(await work(page, n + i * 10)));
  };
  try {
    for (const page of pages()) await choosePrinter(page, QUEUE);
    await everybodyWorks(100);
    await settled(pages());

    await hub.stop();
    for (const page of pages()) await expect.poll(async () => (await syncView(page)).link, { timeout: 20_000 }).toBe('offline');
    await everybodyWorks(200);
    for (const program of running) await program.close();
    const later = { clock: seconds(before + HOUR_S) };
    const [first, ...joined] = running.map(({ profile }) => profile) as [string, ...string[]];
    running = [await launch({ seed: 'demo', profile: first, ...later })];
    for (const profile of joined) running.push(await reopen(profile, later));
    for (const page of pages()) await signInByBridge(page, CLERK);
    await everybodyWorks(300);
    for (const page of pages()) expect((await syncView(page)).waiting, 'what waits is counted').toBeGreaterThan(0);

    await hub.restart();
    for (const page of pages()) await online(page);
    await settled(pages());
    const all = own.flat();
    for (const page of pages())
      await expect.poll(async () => (await numbersOf(page)).length, { timeout: 30_000 }).toBe((await numbersOf(pages()[0] as Page)).length);
    const [one, ...others] = await Promise.all(pages().map(numbersOf));
    for (const other of others) expect(other).toEqual(one);
    expect(new Set(one).size, 'no number twice').toBe(one?.length);

    await expect(async () => {
      const counts = await Promise.all(running.map(({ app }) => changesOf(hostPage(app))));
      expect(counts, 'the same number of changes at every desk').toEqual(counts.map(() => counts[0]));
    }).toPass({ timeout: 30_000 });
    for (const page of pages()) expect((await syncView(page)).quarantined).toBe(0);

    // Each desk printed its own visitors' cards, once, and nobody else's.
    for (const [i, page] of pages().entries()) {
      await expect.poll(async () => (await cardsOf(page)).filter(({ state }) => state !== 'printed'), { timeout: 60_000 }).toEqual([]);
      const cards = (await cardsOf(page)).filter(({ visitId }) => all.includes(visitId ?? ''));
      expect(cards.map(({ visitId }) => visitId).sort()).toEqual([...(own[i] ?? [])].sort());
      for (const { id } of cards) expect(copiesOf(id), 'one sheet of paper').toBe(1);
    }
  } finally {
    for (const program of running) await program.close().catch(() => {});
    await close();
  }
});
