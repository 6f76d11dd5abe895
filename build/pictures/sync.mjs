// Several desks: the hub is set up, a second desk is invited and joins, an alarm is heard there, the hub goes away. The hub is a
// real one on this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHub } from '../hub/run-hub.mjs';
import { box, list, signIn, withProgram } from './program.mjs';

const CLERK = { name: '王静', pin: '1357' };
const COORDINATOR = { name: '林芳', pin: '5791' };
const ADMINISTRATOR = { name: '刘洋', pin: '808182' };

export async function sync() {
  const dir = mkdtempSync(join(tmpdir(), 'jiefangtai-pictures-hub-'));
  const hub = await startHub({ dir: join(dir, 'hub'), desks: 3 });
  try {
    await withProgram({ RECEPTION_SEED: 'demo' }, (first) =>
      withProgram({}, (second) => both(hub, join(dir, '2号登记台.xfjoin'), first, second)),
    );
  } finally {
    await hub.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function both(hub, file, first, second) {
  await signIn(first.page, ADMINISTRATOR);
  const code = await invited(hub, file, first);
  await joined(hub, { file, code }, second);
  await signIn(second.page, CLERK);
  await first.page.getByRole('row').filter({ hasText: '2号登记台' }).getByText('在线').waitFor();
  await first.shoot('settings-sync');
  await first.page.getByRole('button', { name: '切换人员' }).click();
  await signIn(first.page, COORDINATOR);
  await alarm(first, second);
  await away(hub, second);
}

/** @returns the code that opens the joining file */
async function invited(hub, file, { app, page, shoot }) {
  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('tab', { name: '同步', exact: true }).click();
  await picks(app, hub.hubFile);
  await page.getByRole('button', { name: '选择中心文件' }).click();
  await box(page, '一次性口令').fill(hub.code);
  await page.keyboard.press('Enter');
  await page.getByText('已连上中心').waitFor();
  await picks(app, file);
  await page.getByRole('row').filter({ hasText: '2号登记台' }).getByRole('button', { name: '邀请登记台' }).click();
  const dialog = page.getByRole('dialog', { name: '邀请 2号登记台' });
  const code = await dialog.locator('.sync-code').innerText();
  await shoot('sync-invited');
  await dialog.getByRole('checkbox').check();
  await page.keyboard.press('Enter');
  return code;
}

async function joined(hub, { file, code }, { app, page, shoot }) {
  await page.getByRole('button', { name: '加入已有大厅' }).click();
  await picks(app, file);
  await page.getByRole('button', { name: '选择加入文件' }).click();
  await box(page, '一次性口令').fill(code);
  await list(page, '保护方式').selectOption('passphrase');
  for (const name of ['启动口令', '再输一次启动口令']) await box(page, name).fill('为民路的启动口令');
  await shoot('join');
  await hub.stop();
  await page.keyboard.press('Enter');
  await page.getByText('还没有连上中心').waitFor();
  await shoot('join-waiting');
  await hub.restart();
  await list(page, '工作人员').waitFor();
}

async function alarm(first, second) {
  await box(second.page, '姓名').fill('赵德');
  await first.page.keyboard.press('F9');
  await first.page.getByRole('dialog', { name: '突发报警' }).getByText('警报已保存').waitFor();
  await first.page.keyboard.press('7');
  await second.page.getByRole('alert').filter({ hasText: '1号登记台 报警' }).waitFor();
  await second.shoot('alarm-elsewhere');
  await second.page.keyboard.press('F11');
  await first.page
    .getByText(/2号登记台 收到/)
    .first()
    .waitFor();
  await first.shoot('alarm-heard');
}

async function away(hub, { page, shoot }) {
  await hub.stop();
  await page.getByRole('button', { name: /^离线/ }).waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('dialog', { name: '突发报警' }).getByText('其他登记台收不到，请电话通知').waitFor();
  await shoot('alarm-offline');
  await page.keyboard.press('1');
  // Pressed before it, the key would open the panel beneath the command view.
  await page.getByRole('heading', { name: '情绪激动' }).waitFor();
  await page.getByRole('button', { name: /待发/ }).waitFor();
  await page.keyboard.press('Control+T');
  await page.getByRole('dialog', { name: '同步', exact: true }).waitFor();
  await shoot('sync-offline');
}

/** The system's own dialogs, answered. */
const picks = (app, path) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
