import { expect, test } from '@playwright/test';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { signInByKeyboard } from './keyboard';
import { personWith } from './people';
import { choosePrinter } from './print-jobs';
import { CLERK, launch, temporaryProfile } from './program';

const QUEUE = 'RECEPTION_CHECK';
const COORDINATOR = personWith('coordinator');
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

test('the self-check tells what is red in the morning, once, and who saw it is still known after a kill', async () => {
  const program = await launch({ profile: temporaryProfile(), seed: 'demo', clock: '2026-05-08T07:50:00+08:00' });
  await signInByKeyboard(program.page, CLERK);
  await expect(program.page.getByText(/开机自检有 \d 项异常：备份/)).toBeVisible();
  await choosePrinter(program.page, 'NO_SUCH_PRINTER');
  await program.page.keyboard.press('Control+k');
  const row = (of: typeof program.page, name: string) => of.getByRole('row').filter({ hasText: name });
  await expect(row(program.page, '打印机')).toContainText('系统里找不到 NO_SUCH_PRINTER');
  await expect(row(program.page, '节假日数据')).toContainText('2026 年已有，2027 年还没有');
  await expect(row(program.page, '数据库')).toContainText('正常');
  await expect(row(program.page, '磁盘加密'), 'said, and never red').toContainText(/^磁盘加密(正常|说明|注意)/);
  await choosePrinter(program.page, QUEUE);
  await program.page.keyboard.press('Alt+r');
  await expect(row(program.page, '打印机')).toContainText(`${QUEUE} 可用`);
  await program.page.keyboard.press('Alt+p');
  await expect(program.page.getByText('测试页已送往打印队列，请看纸面。')).toBeVisible();
  await program.kill();
  const later = await launch({ profile: program.profile, seed: 'demo', clock: '2026-05-08T08:10:00+08:00' });
  await signInByKeyboard(later.page, COORDINATOR);
  await later.page.keyboard.press('Control+k');
  const seen = later.page.getByRole('region', { name: '今天的异常已有人看过' });
  await expect(seen).toContainText(`07:5`);
  await expect(seen).toContainText(CLERK.name);
  await expect(seen).toContainText(COORDINATOR.name);
  await later.close();
});
