import { expect, type Locator, type Page } from '@playwright/test';
import type { HallNow } from '../../shared/contract/visits';
import type { EvacuationList } from '../../shared/domain/hall';

/** The waiting hall as it is worked without a mouse. */
export const queueList = (page: Page): Locator => page.getByRole('listbox', { name: '等候队列', exact: true });
export const openList = (page: Page): Locator => page.getByRole('listbox', { name: '未交还的卡', exact: true });

/** Down the list until it stands on the visit. */
export async function standOn(page: Page, list: Locator, queueNumber: string): Promise<void> {
  await expect(list).toBeFocused();
  const chosen = list.locator('[aria-selected=true]');
  await page.keyboard.press('Home');
  for (let n = 0; n < 60; n++) {
    await expect(chosen).toHaveCount(1);
    if ((await chosen.textContent())?.startsWith(queueNumber)) return;
    await page.keyboard.press('ArrowDown');
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
