import { expect, type Locator, type Page } from '@playwright/test';
import type { HallNow } from '../../shared/contract/visits';
import type { EvacuationList } from '../../shared/domain/hall';

/** The waiting hall as it is worked without a mouse. */
export const queueList = (page: Page): Locator => page.getByRole('listbox', { name: '等候队列', exact: true });
export const openList = (page: Page): Locator => page.getByRole('listbox', { name: '未交还的卡', exact: true });

/** Along the list until it stands on the visit, wherever it is by then: the list may still be sorting itself after the last act. */
export async function standOn(page: Page, list: Locator, queueNumber: string): Promise<void> {
  await expect(list).toBeFocused();
  await page.keyboard.press('Home');
  let key: 'ArrowDown' | 'ArrowUp' = 'ArrowDown';
  for (let n = 0; n < 120; n++) {
    await expect(list.locator('[aria-selected=true]')).toHaveCount(1);
    const seen = await list.evaluate((element, number) => {
      const rows = [...element.querySelectorAll('[role=option]')];
      const place = (row: Element | undefined): number => Number(row?.getAttribute('aria-posinset') ?? 0);
      const chosen = rows.find((row) => row.getAttribute('aria-selected') === 'true');
      const wanted = rows.find((row) => row.textContent?.startsWith(number));
      return { at: place(chosen), wanted: place(wanted), last: Number(chosen?.getAttribute('aria-setsize')) };
    }, queueNumber);
    if (seen.at !== 0 && seen.at === seen.wanted) return;
    if (seen.wanted > 0) key = seen.wanted < seen.at ? 'ArrowUp' : 'ArrowDown';
    else if (seen.at >= seen.last) key = 'ArrowUp';
    await page.keyboard.press(key);
  }
  throw new Error(`${queueNumber} is not in the list`);
}

/** The first answer of a live query. */
export const hallNow = (page: Page): Promise<HallNow> =>
  page.evaluate(
    () =>
      new Promise<HallNow>((resolve, reject) => {
        const stop = window.reception.subscribe('hall.now', {}, (result) => {
          queueMicrotask(() => stop());
          if (result.ok) resolve(result.value);
          else reject(new Error(result.error.message));
        });
      }),
  );
export const evacuation = (page: Page): Promise<EvacuationList> =>
  page.evaluate(async () => {
    const result = await window.reception.request('evacuation.list', {});
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  });

/** People in the building are the sum of the states, on the screen, behind it and on the evacuation list. */
export async function expectPeople(page: Page, present: number, when: string): Promise<void> {
  const sum = page.getByText(/^在场 \d+ 人$/).first();
  await expect(sum, `${when}: on the screen`).toHaveText(`在场 ${present} 人`);
  const { byState, inHall, heads, returned, lost, leftEarly } = await hallNow(page);
  const states = byState.issued + byState.waiting + byState.interview + byState.ended;
  expect([inHall, states, inHall + returned + lost + leftEarly], when).toEqual([present, present, heads]);
  const list = await evacuation(page);
  const listed = list.places.flatMap((place) => place.entries);
  expect([list.total, listed.reduce((all, entry) => all + entry.heads, 0)], `${when}: evacuation list`).toEqual([present, present]);
  expect(list.unnamed, when).toBe(listed.reduce((all, entry) => all + entry.unnamed, 0));
}
