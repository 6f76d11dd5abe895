import { expect, type Locator, type Page } from '@playwright/test';
import { register, registrationOf } from '../faults/visits';
import { pick, tabTo } from './keyboard';
import { CHECKER_PIN } from './people';

/** Somebody more in the hall, waiting; by the same request as the desk's own form. */
export async function registerByVisit(page: Page, n: number): Promise<void> {
  expect(await register(page, { ...registrationOf(n), areaId: 'waiting' }, CHECKER_PIN)).toHaveProperty('visitId');
}

/** Alt+V: the visitor whom it is about is named, and her care note looked at. @returns the dialog, still open */
export async function nameVisitor(page: Page, queueNumber: string): Promise<Locator> {
  await page.keyboard.press('Alt+V');
  const visitors = page.getByRole('dialog', { name: '涉及的来访人' });
  await pick(page, visitors.getByRole('combobox', { name: '添加来访人' }), queueNumber);
  await tabTo(page, visitors.getByRole('button', { name: '添加', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, visitors.getByRole('button', { name: /^查看关怀提示/ }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(visitors.getByText('高血压')).toBeVisible();
  return visitors;
}
