import { expect, type Page } from '@playwright/test';

/** The newest job as the queue tells it. */
export const newestJob = (page: Page): Promise<{ id: string; state: string; visitId?: string; documentId?: string }> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const stop = window.reception.subscribe('print.jobs', {}, (r) => {
          queueMicrotask(() => stop());
          const newest = r.ok ? [...r.value].sort((a, b) => b.createdAt - a.createdAt)[0] : undefined;
          if (newest) resolve(newest);
          else reject(new Error('no print job'));
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
