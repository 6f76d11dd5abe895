import { expect, type Page, test } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { registerOnce } from '../faults/visits';
import { ask, hallOfDesks, online, settled, syncView } from './desks';
import { CHECKER_PIN } from './people';

/** Every desk works alone, all desks are one. */
test.describe.configure({ timeout: 240_000 });

const numbersOf = async (page: Page): Promise<string[]> => (await firstOf(page, 'visit.today', {})).map((visit) => visit.number).sort();

const registered = async (page: Page, n: number): Promise<string> => {
  const saved = await registerOnce(page, n, CHECKER_PIN);
  if ('refused' in saved) throw new Error(saved.refused);
  return saved.number;
};

test('registered at one desk, seen at the others; with the hub away each works on, and afterwards all are equal', async () => {
  const { hub, programs, close } = await hallOfDesks(3);
  try {
    const pages = programs.map(({ page }) => page);
    const [a, b, c] = pages as [Page, Page, Page];
    const before = await numbersOf(a);
    const first = await registered(a, 1);
    for (const page of [b, c]) await expect.poll(() => numbersOf(page), { timeout: 10_000 }).toContain(first);
    await expect(b.getByText('联网', { exact: true }).first()).toBeVisible();

    await hub.stop();
    for (const page of pages) await expect.poll(async () => (await syncView(page)).link, { timeout: 20_000 }).toBe('offline');
    const alone = [await registered(a, 2), await registered(b, 3), await registered(c, 4), await registered(c, 5)];
    for (const page of pages) expect((await syncView(page)).waiting, 'what waits is counted').toBeGreaterThan(0);
    expect(await numbersOf(a), 'nothing of the others meanwhile').not.toContain(alone[1]);

    await hub.restart();
    for (const page of pages) await online(page);
    await settled(pages);
    const all = [...before, first, ...alone].sort();
    for (const page of pages) await expect.poll(() => numbersOf(page), { timeout: 20_000 }).toEqual(all);
    for (const page of pages) expect((await syncView(page)).quarantined).toBe(0);
  } finally {
    await close();
  }
});

test('an alarm at one desk opens at the others within a second or so, and is acknowledged there', async () => {
  const { programs, close } = await hallOfDesks(2);
  try {
    const [a, b] = programs.map(({ page }) => page) as [Page, Page];
    await a.bringToFront();
    await a.keyboard.press('F9');
    await a.keyboard.press('1');
    await expect.poll(async () => (await firstOf(b, 'alarm.running', {})).length, { timeout: 10_000 }).toBe(1);
    const [alarm] = await firstOf(b, 'alarm.running', {});
    expect(alarm?.deskCode).toBe('01');
    await expect(b.getByText(/1 号登记台|登记台一|01/).first()).toBeVisible();
  } finally {
    await close();
  }
});

test('nobody else prints what one desk has printed', async () => {
  const { programs, close } = await hallOfDesks(2);
  try {
    const [a, b] = programs.map(({ page }) => page) as [Page, Page];
    const number = await registered(a, 7);
    await expect.poll(() => numbersOf(b), { timeout: 10_000 }).toContain(number);
    const jobs = await firstOf(b, 'print.jobs', {});
    expect(jobs.filter((job) => job.label.includes(number))).toEqual([]);
    await ask(b, 'session.signOut', {});
  } finally {
    await close();
  }
});
