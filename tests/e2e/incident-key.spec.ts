import { expect, test } from '@playwright/test';
import { signInByKeyboard } from './keyboard';
import { launch, personWith, temporaryProfile } from './program';

/** The key itself: in front of other programs, and in a program that is killed before it chose anything. */
const COORDINATOR = personWith('coordinator');

test('the system hands F9 over from every other program; where it does not, the self-check says so', async () => {
  const first = await launch({ seed: 'demo' });
  expect(await first.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('F9'))).toBe(true);
  const second = await launch({ seed: 'demo' });
  await signInByKeyboard(second.page, personWith('administrator'));
  await second.page.keyboard.press('Control+9');
  await second.page.getByRole('tab', { name: '关于' }).click();
  await expect(second.page.getByText('全局快捷键 F9 被别的程序占用')).toBeVisible();
  await second.close();
  await first.close();
});

test('killed in the ten seconds: the next start sends it, and its clock has gone on', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  await signInByKeyboard(first.page, COORDINATOR);
  await first.page.keyboard.press('F9');
  await expect(first.page.getByRole('dialog', { name: '突发报警' }).getByText('警报已保存')).toBeVisible();
  await first.kill();
  const second = await launch({ profile, seed: 'demo', clock: '+120' });
  await signInByKeyboard(second.page, COORDINATOR);
  await second.page.keyboard.press('Control+0');
  await expect(second.page.getByRole('log', { name: '时间线' })).toContainText('程序重新启动，警报发出');
  await expect(second.page.getByRole('timer').filter({ hasText: /^02:/ }).first()).toBeVisible();
  await second.close();
});
