import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { residentNumber, signInByBridge } from '../faults/visits';
import { answerDialogs, ask } from './desks';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER, CLERK, launch, personWith } from './program';

const VISITOR = { docNumber: residentNumber(41_401), name: '贺明远', phone: '13700137601', summary: '咨询廉租房条件', field: '民政' };
const COORDINATOR = personWith('coordinator');
const shots = process.env.BACKUP_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-keeping-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

async function openTab(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}
async function addRequest(page: Page, number: string, kind: string, text: string): Promise<void> {
  await page.keyboard.press('Insert');
  await expect(box(page, '来访登记编号')).toBeFocused();
  // Filled at once: keys as fast as a test's are a scanner's, and a card's number would be a card that comes back.
  await box(page, '来访登记编号').fill(number);
  await expect(list(page, '请求人')).toContainText('贺');
  await pick(page, list(page, '请求'), kind);
  await typeInto(page, box(page, '提出方式'), '当面');
  await typeInto(page, box(page, '请求内容'), text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a person gets a copy of what is held on them; a deletion inside the term is refused with its article', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  const number = await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await ask(page, 'session.signOut', {});
  await signInByKeyboard(page, COORDINATOR);
  await openTab(page, '个人信息');
  await expect(page.getByText('没有待答复的请求。')).toBeVisible();
  await addRequest(page, number, '查阅、复制', '要求复制本人登记信息');
  const requests = page.getByRole('listbox', { name: '请求' });
  await expect(requests.getByRole('option')).toHaveCount(1);
  await expect(page.getByText('1 件事项，1 次来访')).toBeVisible();
  await shot(page, 'privacy');

  const file = join(work, '本人资料.csv');
  await answerDialogs(program, file);
  await tabTo(page, page.getByRole('button', { name: '导出本人资料' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已导出 本人资料\.csv，\d+ 行；这次导出已留痕。/)).toBeVisible();
  const copy = readFileSync(file, 'utf8');
  for (const own of [VISITOR.name, VISITOR.docNumber, VISITOR.phone, VISITOR.summary, number]) expect(copy).toContain(own);
  await tabTo(page, page.getByRole('button', { name: '答复', exact: true }));
  await page.keyboard.press('Enter');
  await typeInto(page, box(page, '答复内容和方式'), '当面交付导出件一份，本人签收');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('没有待答复的请求。')).toBeVisible();

  await addRequest(page, number, '删除', '要求删除全部登记信息');
  await expect(page.getByText('所属事项尚未办结')).toBeVisible();
  await expect(page.getByText(/档案法第十三条/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '删除', exact: true })).toBeDisabled();
  await shot(page, 'privacy-refused');
  const [open] = await ask(page, 'privacy.list', { all: false });
  const people = await ask(page, 'interview.people', {});
  const leader = personWith('leader', 'coordinator');
  const approverId = people.find(({ name }) => name === leader.name)?.id ?? '';
  const refused = ask(page, 'privacy.erase', {
    requestId: open?.id ?? '',
    id: open?.id ?? '',
    reason: '试一试',
    approverId,
    code: leader.pin,
  });
  await expect(refused, 'past the screen, too').rejects.toThrow('个人信息保护法第四十七条第二款');
  await tabTo(page, page.getByRole('button', { name: '答复', exact: true }));
  await page.keyboard.press('Enter');
  await expect(box(page, '依据')).toHaveValue(/个人信息保护法第四十七条第二款/);
  await typeInto(page, box(page, '答复内容和方式'), '保存期未满，已停止其他处理，到期后删除');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('没有待答复的请求。')).toBeVisible();

  // The same visit under 到期鉴定: until when, held back with a reason.
  await openTab(page, '到期鉴定');
  await tabTo(page, box(page, '登记编号或突发编号'));
  await box(page, '登记编号或突发编号').fill(number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: '到期的材料' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(box(page, '理由')).toBeFocused();
  await page.keyboard.type('涉诉，待判决');
  await page.keyboard.press('Enter');
  await expect(page.getByText('暂停销毁：涉诉，待判决')).toBeVisible();
  await expect(page.getByRole('button', { name: '销毁', exact: true })).toBeDisabled();
  await shot(page, 'keeping');
  await ask(page, 'session.signOut', {});
  await signInByBridge(page, personWith('administrator'));
  await expect(ask(page, 'privacy.list', { all: true })).rejects.toThrow('forbidden');
  await openTab(page, '保存期限');
  await shot(page, 'retention');
  await pick(page, list(page, '突发事件的保存期限'), '永久');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('已保存。')).toBeVisible();
  await program.close();
});
