// What every picture needs: the demonstration program, its desk, and a picture that is whole or not there.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { binaryOf } from '../setup/electron-runtime.mjs';
import { ROOT } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';

export const FOLDER = join(ROOT, 'docs', 'pictures');
export const SIZE = { width: 1366, height: 768 };
/** A weekday's morning, so that a picture taken again differs only in what changed. */
export const CLOCK = '2026-11-23T09:10:00+08:00';

/** A program on a profile of its own, with Chromium's microphone that hears a beep. */
export async function withProgram(env, work) {
  mkdirSync(FOLDER, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'jiefangtai-pictures-'));
  const app = await _electron.launch({
    executablePath: binaryOf(process.env.ELECTRON_OVERRIDE_DIST_PATH),
    args: [
      ...(process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean),
      '--force-device-scale-factor=1',
      '--use-fake-device-for-media-stream',
      ROOT,
    ],
    env: { ...process.env, RECEPTION_PROFILE: profile, RECEPTION_CLOCK: CLOCK, ...env },
  });
  try {
    const page = await deskPage(app);
    await page.setViewportSize(SIZE);
    await work({ app, page, shoot: (name) => shoot(page, name) });
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function deskPage(app) {
  const isDesk = (page) => page.url().startsWith('app://desk/');
  const page = app.windows().find(isDesk) ?? (await app.waitForEvent('window', isDesk));
  await page.getByRole('heading').first().waitFor();
  await page.locator('input, select').first().waitFor();
  return page;
}

export async function shoot(page, name) {
  const part = join(FOLDER, `${name}.part.png`);
  await page.evaluate(() => document.fonts.ready);
  // Nothing below the pointer looks chosen.
  await page.mouse.move(SIZE.width / 2, SIZE.height - 2);
  await page.screenshot({ path: part, animations: 'disabled', caret: 'hide' });
  renameSync(part, join(FOLDER, `${name}.png`));
  told(name);
}

export function told(name) {
  const path = join(FOLDER, `${name}.png`);
  if (existsSync(path)) say(`docs/pictures/${name}.png: ${Math.ceil(statSync(path).size / 1024)} kB`);
}

export async function signIn(page, { name, pin }) {
  await list(page, '工作人员').selectOption({ label: name });
  await box(page, 'PIN').fill(pin);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').waitFor();
}

/** From the locked screen to the next person's sign-in. */
export async function leave(page) {
  await page.getByRole('dialog').getByRole('button', { name: '切换人员' }).click();
}

export async function ask(page, name, input) {
  const answer = await page.evaluate(([n, i]) => window.reception.request(n, i), [name, input]);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value;
}

/** The first answer of a live query. */
export async function live(page, name, input) {
  return page.evaluate(
    ([n, i]) =>
      new Promise((resolve, reject) => {
        const stop = window.reception.subscribe(n, i, (answer) => {
          queueMicrotask(() => stop());
          if (answer.ok) resolve(answer.value);
          else reject(new Error(answer.error.message));
        });
      }),
    [name, input],
  );
}

export function box(page, name) {
  return page.getByRole('textbox', { name, exact: true });
}
export function list(page, name) {
  return page.getByRole('combobox', { name, exact: true });
}
