import { expect, type Page, test } from '@playwright/test';
import { qrPayload } from '../../shared/documents/qr';
import { register, registrationOf } from '../faults/visits';
import { signIn } from './desk';
import { queueList } from './hall';
import { box, scan, signInByKeyboard, typeInto } from './keyboard';
import { CHECKER, CLERK, launch, personWith } from './program';

async function registered(page: Page, n: number): Promise<{ number: string; code: string; queueNumber: string }> {
  const saved = await register(page, { ...registrationOf(n), areaId: 'waiting' }, CHECKER.pin);
  if ('refused' in saved) throw new Error(saved.refused);
  return { number: saved.number, code: qrPayload('990001', saved.visitId), queueNumber: `A${saved.number.slice(-3)}` };
}

test('a card held under the scanner opens 收卡, whatever has the caret, and Enter takes it', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const dialog = page.getByRole('dialog', { name: '收卡（交还）' });
  const cards = [];
  for (let n = 0; n < 5; n++) cards.push(await registered(page, 61_000 + n * 7));
  const [bar, qr, caps, inText, last] = cards;
  if (!bar || !qr || !caps || !inText || !last) throw new Error('five cards are needed');
  const taken = async (queueNumber: string): Promise<void> => {
    await expect(dialog.getByText('还没有接谈。回车即确认离开并收卡。')).toBeVisible();
    await expect(dialog.getByText(queueNumber, { exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(`${queueNumber} 已收卡`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  // Where the caret of the desk rests: half a number of the next visitor stands there.
  await expect(box(page, '证件号码')).toBeFocused();
  await page.keyboard.type('1101', { delay: 60 });
  await scan(page, bar.number);
  await taken(bar.queueNumber);
  await expect(box(page, '证件号码'), 'what was typed stays').toHaveValue('1101');
  await typeInto(page, box(page, '来访事由'), '反映邻里纠纷');
  await page.keyboard.press('End');
  await scan(page, inText.number);
  await taken(inText.queueNumber);
  await expect(box(page, '来访事由')).toHaveValue('反映邻里纠纷');

  await page.keyboard.press('Control+2');
  await expect(queueList(page)).toBeFocused();
  await scan(page, qr.code);
  await taken(qr.queueNumber);
  // Caps lock; and the next card is held under it before this one is done with.
  await scan(page, last.code);
  await expect(dialog.getByText(last.queueNumber, { exact: true })).toBeVisible();
  await scan(page, caps.code.toUpperCase());
  await taken(caps.queueNumber);
  await scan(page, bar.number);
  await expect(dialog.getByText('这张卡已经收回')).toBeVisible();
  await page.keyboard.press('Escape');
  await close();
});

test('whoever takes no cards back finds the visit by its bar code', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const { number } = await registered(page, 62_000);
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  const analyst = personWith('analyst');
  await signIn(page, analyst.name, analyst.pin);
  await expect(page.getByRole('searchbox', { name: '查找' })).toBeVisible();
  await scan(page, number);
  await expect(page.getByRole('searchbox', { name: '查找' })).toHaveValue(number);
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(1);
  await close();
});
