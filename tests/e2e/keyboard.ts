import { expect, type Locator, type Page } from '@playwright/test';
import { savedNumber, type VisitorOnScreen } from './desk';

/** The desk as it is worked without a mouse: nothing here clicks, and nothing sets a value behind the keyboard's back. */
const MOST_TABS = 120;

export const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
export const list = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** Tab (or Shift+Tab) until the field has the focus. A field that cannot be reached so fails the test. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let n = 0; n < MOST_TABS; n++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached with ${key}: ${target}`);
}

/** Replaces what the field holds. Chinese comes as an input method sends it: whole. */
export async function typeInto(page: Page, target: Locator, text: string, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Arrow keys until the list shows the entry. */
export async function pick(page: Page, target: Locator, text: string, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key);
  // What the list is filled with may still be on its way.
  await expect(target.locator('option').filter({ hasText: text }).first()).toBeAttached();
  await page.keyboard.press('Home');
  const shown = (): Promise<string> => target.evaluate((e) => (e as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
  const entries = await target.locator('option').count();
  for (let n = 0; n < entries; n++) {
    if ((await shown()).includes(text)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the list ${target} has no 「${text}」`);
}

/** A code under a scanner: keys that wait for nothing, and Enter, into whatever has the caret. */
export async function scan(page: Page, code: string): Promise<void> {
  await Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)));
}

export async function tick(page: Page, target: Locator, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Space');
}

export async function signInByKeyboard(page: Page, person: { name: string; pin: string }): Promise<void> {
  await pick(page, list(page, '工作人员'), person.name);
  await page.keyboard.press('Enter');
  await expect(box(page, 'PIN')).toBeFocused();
  await page.keyboard.type(person.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeHidden();
}

/** Tabs from field to field in the order of the form; the notice is acknowledged last. */
export async function typeVisitor(page: Page, visitor: VisitorOnScreen): Promise<void> {
  if (visitor.docType) await pick(page, list(page, '证件类型'), visitor.docType, 'Shift+Tab');
  if (visitor.docNumber) await typeInto(page, box(page, '证件号码'), visitor.docNumber);
  if (visitor.name) await typeInto(page, box(page, '姓名'), visitor.name);
  if (visitor.heads) await typeInto(page, page.getByRole('spinbutton', { name: '来访人数', exact: true }), String(visitor.heads));
  if (visitor.phone) await typeInto(page, box(page, '手机'), visitor.phone);
  await typeInto(page, box(page, '来访事由'), visitor.summary);
  if (visitor.field) await pick(page, list(page, '诉求领域'), visitor.field);
  const notice = page.getByRole('checkbox', { name: '已告知接访须知与录音' });
  if (!(await notice.isChecked())) await tick(page, notice);
}

/** F6: the first guard is chosen already, the code is what is left to type, as quickly as one likes. */
export async function verifyByKeyboard(page: Page, code: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('F6');
  await expect(dialog.getByRole('textbox', { name: '核对码', exact: true })).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** 登记并打印 by its keys. @returns the card number */
export async function registerByKeyboard(page: Page, visitor: VisitorOnScreen, code: string): Promise<string> {
  await typeVisitor(page, visitor);
  await verifyByKeyboard(page, code);
  await page.keyboard.press('Control+Enter');
  return savedNumber(page);
}

/** F8 and Enter, as soon as the visit just saved stands at the top of the hall's list. */
export async function openNewest(page: Page, number: string): Promise<void> {
  const newest = page.getByRole('listbox', { name: '今日登记', exact: true }).getByRole('option').first();
  await expect(newest).toContainText(new RegExp(`^[A-Z]${number.slice(-3)}`));
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
}
