import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { residentNumber, signInByBridge } from '../faults/visits';
import { answerDialogs, ask } from './desks';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER, CLERK, launch, personWith } from './program';

const VISITOR = { docNumber: residentNumber(41_301), name: '邵国华', phone: '13700137501', summary: '咨询养老金', field: '社会保障' };
const AUDITOR = personWith('auditor');
const shots = process.env.BACKUP_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-audit-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the auditor finds acts by person, act and number, checks the chain and takes a list out, which is a line itself', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  const number = await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await ask(page, 'session.signOut', {});
  await signInByKeyboard(page, AUDITOR);
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '审计' }).click();
  const trail = page.getByRole('listbox', { name: '审计记录' });
  // The screen may stand there before the line of this very sign-in does.
  const signIns = async (): Promise<string[]> =>
    (await ask(page, 'audit.search', { act: '登录' })).entries.map(({ staffName }) => staffName);
  await expect.poll(signIns).toContain(AUDITOR.name);
  await tabTo(page, page.getByRole('button', { name: '查找', exact: true }));
  await page.keyboard.press('Enter');
  await expect(trail.getByRole('option').filter({ hasText: '登录' }).filter({ hasText: AUDITOR.name })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: '校验记录链' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/完整：\d+ 次保存首尾相接/)).toBeVisible();

  await pick(page, list(page, '操作'), '登记来访');
  await page.keyboard.press('Enter');
  await expect(trail.getByRole('option')).toHaveCount(1);
  await expect(trail.getByRole('option').first()).toContainText(CLERK.name);
  if (shots) await page.screenshot({ path: `${shots}/audit.png` });
  await tabTo(page, page.getByRole('button', { name: '清除条件' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await typeInto(page, box(page, '对象'), number, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(trail.getByRole('option').first()).toContainText(number);
  for (const row of await trail.getByRole('option').all()) await expect(row).toContainText(number);

  const file = join(work, '审计.csv');
  await answerDialogs(program, file);
  await tabTo(page, page.getByRole('button', { name: '导出' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已导出 审计\.csv，\d+ 行；这次导出已留痕。/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain(number);
  const found = await ask(page, 'audit.search', { act: '导出审计记录' });
  expect(found.entries[0]).toMatchObject({ staffName: AUDITOR.name, target: expect.stringContaining('审计.csv') });

  // The administrator looks, but takes nothing out; a clerk does neither. The router decides it.
  await ask(page, 'session.signOut', {});
  await signInByBridge(page, personWith('administrator'));
  expect((await ask(page, 'audit.search', { limit: 5 })).entries.length).toBe(5);
  await expect(ask(page, 'audit.export', {})).rejects.toThrow('forbidden');
  await ask(page, 'session.signOut', {});
  await signInByBridge(page, CLERK);
  await expect(ask(page, 'audit.search', {})).rejects.toThrow('forbidden');
  await program.close();
});
