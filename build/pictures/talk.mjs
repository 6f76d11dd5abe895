// 接谈, 督办 and 政策, as the morning goes on in the first room.
import { ask, box, list } from './program.mjs';

/** Those of the demonstration unit who sit with the visitor. */
const TEAM = { lead: '何敏', recorder: '王静', observer: '孙医生' };

/** The visit that was called enters its room. */
export async function beginTalk(page, visit, roomId) {
  const people = await ask(page, 'interview.people', {});
  const idOf = (name) => people.find((each) => each.name === name).id;
  const team = Object.fromEntries(Object.entries(TEAM).map(([role, name]) => [role, idOf(name)]));
  const begin = { requestId: crypto.randomUUID(), visitId: visit.id, from: visit.state, roomId, team, recusal: { declared: false } };
  await ask(page, 'interview.begin', begin);
}

export async function talk(page, shoot) {
  await page.getByRole('searchbox', { name: '查找', exact: true }).fill('');
  await page.keyboard.press('Control+3');
  const rooms = page.getByRole('listbox', { name: '接访室' });
  await rooms.getByText('A001').waitFor();
  await shoot('talk-board');
  await rooms.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await box(page, '记录').waitFor();
  await page.keyboard.press('Alt+R');
  await page.getByRole('button', { name: '停止录音' }).waitFor();
  const { id } = await ask(page, 'interview.mine', {});
  for (const [kind, text] of [
    ['visitor', '地下车库从去年汛期开始渗水，物业只做过一次表面封堵。'],
    ['lead', '请讲一下和物业、街道反映过几次，各是什么时候。'],
    ['visitor', '物业三次，街道一次，都有登记，回执带来了。'],
    ['told', '告知：可以先由住建部门牵头查明渗水原因。'],
  ])
    await ask(page, 'interview.note', { requestId: crypto.randomUUID(), id, note: { kind, text, elapsed: 1000 } });
  await ask(page, 'interview.mood', { id, mood: 'upset' });
  const [article] = (await ask(page, 'policy.search', { text: '督促检查', limit: 1 })).rows;
  if (article) await ask(page, 'interview.cite', { requestId: crypto.randomUUID(), id, articleId: article.id });
  await box(page, '具体诉求').fill('查明渗水原因并限期维修');
  await box(page, '已采取的途径').fill('物业三次、街道一次');
  for (const name of ['时间地点', '期望解决时限']) await page.getByRole('checkbox', { name: `${name}：来访人未说明` }).click();
  await list(page, '处理结果').selectOption({ label: '待核实' });
  await page.getByText('10 个工作日内反馈').waitFor();
  await box(page, '责任科室').fill('住房和城乡建设局');
  await shoot('talk-record');
  await page.keyboard.press('Control+Enter');
  await page.getByText('接谈已结束').waitFor();
  await page.getByRole('log').getByText('录音停止').waitFor();
  await page.keyboard.press('Alt+W');
  await page.getByRole('dialog', { name: '打印文书' }).getByText('查询码').first().waitFor();
  await shoot('talk-letters');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+K');
  await page.getByRole('region', { name: '录音播放' }).waitFor();
  await shoot('talk-listen');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+4');
  await page.getByRole('listbox', { name: '未完成的期限' }).getByRole('option').first().waitFor();
  await page.getByText('3 个工作日内调查').first().waitFor();
  await shoot('supervision');
  await page.keyboard.press('Alt+T');
  await page.getByRole('listbox', { name: '待转录的来访' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('listbox', { name: '转录内容' }).getByRole('option').first().waitFor();
  await shoot('transcript');
  await page.keyboard.press('Control+5');
  await page.getByRole('searchbox', { name: '查找政策' }).fill('代表人数');
  await page.getByRole('region', { name: '条文' }).getByText('第二十条').first().waitFor();
  await shoot('policies');
}
