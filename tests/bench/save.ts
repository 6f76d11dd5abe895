import type { Page } from '@playwright/test';
import { CHECKER_PIN } from '../e2e/people';
import type { RunningProgram } from '../e2e/program';
import { registrationOf } from '../faults/visits';
import { type Measured, median, ms, percentile, spread, times } from './figures';
import { hostPage, rawTransactions } from './host-page';

const WARM_UP = 20;
/** New people in every run, on a kept hall too: of sixteen million numbers, a stretch that differs with the minute. */
const FIRST = 500_000 + (Math.floor(Date.now() / 1000) % 10_000) * 1000;

/**
 * 「登记」 to 「已保存」 at the screen's bridge, against one raw strict transaction of Dexie that stores what the last of
 * these registrations stored, in the same page of the same program. No card is printed meanwhile: cards.ts does that.
 */
export async function measureSave({ app, page }: RunningProgram, runs: number): Promise<Measured> {
  await page.evaluate(() => window.reception.request('settings.printing', { mode: 'none' }));
  // Half before and half after the raw transactions, so that a machine that slows down slows both.
  const first = await saves(page, runs / 2 + WARM_UP, FIRST);
  const { times: raw, rows } = await rawTransactions(hostPage(app), runs);
  const second = await saves(page, runs / 2, FIRST + 500);
  const saved = [...first.slice(WARM_UP), ...second];
  const ratio = median(saved) / median(raw);
  const p95 = percentile(saved, 95);
  return {
    rows: [
      {
        what: 'save of a visit to 「已保存」',
        measured: spread(saved),
        against: `raw Dexie strict transaction of the same ${rows} rows: ${spread(raw)}`,
        ratio: times(ratio),
        goal: `≤ 3×, p95 ≤ ${ms(30)}`,
        met: ratio <= 3 && p95 <= 30,
      },
    ],
    raw: { 'save, ms': saved, 'raw transaction, ms': raw },
  };
}

/** One after the other; each with its own 核对, which is not counted: it was done before the button. */
async function saves(page: Page, runs: number, from: number): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < runs; n++) taken.push(await timedSave(page, from + n));
  return taken;
}

export async function timedSave(page: Page, n: number): Promise<number> {
  return page.evaluate(
    async ({ registration, pin, requestId }) => {
      // Requests alone are no sign of a person: without this the idle lock falls.
      await window.reception.request('session.touch', {});
      const checkers = await window.reception.request('verification.checkers', {});
      const checker = checkers.ok ? checkers.value[0] : undefined;
      const person = registration.people[0];
      if (!checker || !person) throw new Error('nobody to check');
      const check = await window.reception.request('verification.confirm', {
        checkerId: checker.id,
        code: pin,
        result: 'match',
        docType: person.docType,
        docNumber: person.docNumber,
      });
      if (!check.ok) throw new Error(check.error.code);
      const began = performance.now();
      const saved = await window.reception.request('visit.register', { requestId, verificationId: check.value.id, registration });
      const took = performance.now() - began;
      if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.message}`);
      return took;
    },
    { registration: registrationOf(n), pin: CHECKER_PIN, requestId: crypto.randomUUID() },
  );
}
