import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { choosePrinter, newestState } from '../e2e/print-jobs';
import { CHECKER, CLERK, launch, registerVisitor, signIn } from '../e2e/program';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { searchClearText } from './clear-text/search';
import { residentNumber } from './visits';

/**
 * The profile is searched byte by byte for what was typed about a visitor. A control, the same program with a row
 * cipher that does nothing, goes through the same steps and the same search and must be found out.
 */
test.setTimeout(240_000);
const VISITOR = {
  docNumber: residentNumber(654_321),
  name: '欧阳试登记',
  phone: '13987651234',
  summary: '反映试用水渠占地补偿未到位',
  field: '自然资源',
};
const WORDS = [VISITOR.name, VISITOR.docNumber, VISITOR.phone, VISITOR.summary];

const QUEUE = 'RECEPTION_CLEAR';
test.beforeAll(async () => {
  await setUpCups(QUEUE);
  // What README tells an administrator to set once: CUPS would keep the pages for a day.
  execFileSync('cupsctl', ['PreserveJobFiles=No']);
});
test.afterAll(() => removeQueue(QUEUE));

test('nothing of a visitor lies on the disk in clear text; without the seal the same search finds it', async () => {
  const work = mkdtempSync(join(tmpdir(), 'reception-clear-'));
  const sealed = await searchAfterADay(join(work, 'sealed'));
  console.log(`sealed profile: ${sealed.files} files, ${sealed.bytes} bytes searched, ${sealed.found.length} places found`);
  expect(sealed.found).toEqual([]);

  const control = join(work, 'program');
  execFileSync(process.execPath, [join('tests', 'faults', 'clear-text', 'unsealed-build.mjs'), control], { stdio: 'inherit' });
  const plain = await searchAfterADay(join(work, 'plain'), control);
  console.log(`control without the seal: ${plain.found.length} places found`);
  expect(new Set(plain.found.map((f) => f.word))).toEqual(new Set(WORDS));
});

async function searchAfterADay(folder: string, program?: string): Promise<ReturnType<typeof searchClearText>> {
  const profile = join(folder, 'profile');
  const temp = join(folder, 'tmp');
  mkdirSync(temp, { recursive: true });
  const first = await launch({ profile, seed: 'demo', program, env: { TMPDIR: temp } });
  await signIn(first.page, CLERK.name, CLERK.pin);
  await choosePrinter(first.page, QUEUE);
  await registerVisitor(first.page, VISITOR, CHECKER);
  await expect.poll(() => newestState(first.page), { timeout: 20_000 }).toBe('printed');
  // A half-typed form leaves a draft; searching and looking leaves caches, if anything does.
  await first.page.getByRole('textbox', { name: '姓名', exact: true }).fill(VISITOR.name);
  await first.page.getByRole('textbox', { name: '来访事由' }).fill(VISITOR.summary);
  await first.page.getByRole('searchbox', { name: '查找' }).fill(VISITOR.name);
  await expect(first.page.getByText('草稿已保存')).toBeVisible();
  await first.kill();
  const second = await launch({ profile, seed: 'demo', program, env: { TMPDIR: temp } });
  await signIn(second.page, CLERK.name, CLERK.pin);
  await second.close();
  const spooler = '/var/spool/cups';
  return searchClearText([profile, temp, ...(existsSync(spooler) ? [spooler] : [])], WORDS);
}
