import { expect, type Page } from '@playwright/test';

/** The newest job as the queue tells it; waits for the first one, which comes a moment after the key that asks for it. */
export const newestJob = (page: Page): Promise<{ id: string; state: string; visitId?: string; documentId?: string }> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const stop = window.reception.subscribe('print.jobs', {}, (r) => {
          if (!r.ok) return reject(new Error(r.error.code));
          const newest = [...r.value].sort((a, b) => b.createdAt - a.createdAt)[0];
          if (!newest) return;
          queueMicrotask(() => stop());
          resolve(newest);
        });
      }),
  );
export const newestState = async (page: Page): Promise<string> => (await newestJob(page)).state;

export async function choosePrinter(page: Page, printer: string): Promise<void> {
  const set = await page.evaluate(
    (name) => window.reception.request('settings.printing', { mode: 'printer', cardPrinter: name, letterPrinter: name, profiles: {} }),
    printer,
  );
  expect(set.ok).toBe(true);
}
