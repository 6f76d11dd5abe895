import { expect, type Locator, type Page } from '@playwright/test';

/** By role and name only, as README “Names” promises to any program that drives this one. */
export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await choose(page, page.getByRole('combobox', { name: '工作人员', exact: true }), name);
  await page.getByRole('textbox', { name: 'PIN', exact: true }).fill(pin);
  const button = page.getByRole('button', { name: '登录', exact: true });
  await button.click();
  await expect(button, 'the sign-in gives way to the screens').toBeHidden();
}

export interface VisitorOnScreen {
  /** As the list shows it, 「居民身份证」 when absent (it is the first). */
  docType?: string;
  docNumber: string;
  name: string;
  phone?: string;
  summary: string;
  field?: string;
  heads?: number;
}

/** Types a visitor into 登记台. The document comes first: what is known of the person may fill the rest. */
export async function fillVisitor(page: Page, visitor: VisitorOnScreen): Promise<void> {
  const box = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  if (visitor.docType) await choose(page, page.getByRole('combobox', { name: '证件类型', exact: true }), visitor.docType);
  await box('证件号码').fill(visitor.docNumber);
  await box('姓名').fill(visitor.name);
  if (visitor.phone) await box('手机').fill(visitor.phone);
  if (visitor.field) await choose(page, page.getByRole('combobox', { name: '诉求领域', exact: true }), visitor.field);
  if (visitor.heads !== undefined) await page.getByRole('spinbutton', { name: '来访人数', exact: true }).fill(String(visitor.heads));
  await box('来访事由').fill(visitor.summary);
}

/** Picks the entry that holds `text`, in a native select or in a list that opens. */
export async function choose(page: Page, combobox: Locator, text: string): Promise<void> {
  await expect(combobox).toBeVisible();
  const native = await combobox.evaluate((element) => element instanceof HTMLSelectElement);
  if (!native) {
    await combobox.click();
    return page.getByRole('option').filter({ hasText: text }).first().click();
  }
  const entry = combobox.locator('option').filter({ hasText: text }).first();
  await expect(entry).toBeAttached();
  await combobox.selectOption((await entry.getAttribute('value')) ?? text);
}

/** 「核对证件」: the checker confirms with their own code. */
export async function checkDocument(page: Page, checker: { name: string; pin: string }, result = '相符', reason = ''): Promise<void> {
  await page.getByRole('button', { name: '核对证件', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog.getByRole('combobox', { name: '核对人', exact: true }), checker.name);
  await dialog.getByRole('radio', { name: result }).check();
  if (reason) await dialog.getByRole('textbox', { name: /理由|原因/ }).fill(reason);
  await dialog.getByRole('textbox', { name: '核对码', exact: true }).fill(checker.pin);
  await dialog.getByRole('button', { name: '确认核对', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** A whole visit as the clerk registers it. @returns the card number */
export async function registerVisitor(page: Page, visitor: VisitorOnScreen, checker: { name: string; pin: string }): Promise<string> {
  await fillVisitor(page, visitor);
  await checkDocument(page, checker);
  await page.getByRole('checkbox', { name: '已告知接访须知与录音' }).check();
  await page.getByRole('button', { name: '登记并打印', exact: true }).click();
  return savedNumber(page);
}

/** The number that the status tells after saving. */
export async function savedNumber(page: Page): Promise<string> {
  const status = page.getByRole('status').filter({ hasText: /已登记|已补录/ });
  await expect(status).toBeVisible();
  const number = /\d{8}-\d{2}-\d{4}/.exec((await status.textContent()) ?? '')?.[0];
  if (!number) throw new Error('the status shows no card number');
  return number;
}
