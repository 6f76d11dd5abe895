// 突发: the alarm, the command view, a call, the roll-call, a drill; last the locked screen.
import { ask, box, list, live } from './program.mjs';

export async function incident(page, shoot) {
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: '突发报警' });
  await dialog.getByText('警报已保存').waitFor();
  await shoot('alarm');
  await page.keyboard.press('7');
  await box(page, '时间线').waitFor();
  const [{ id, plan }] = await live(page, 'alarm.running', {});
  const add = (entry) => ask(page, 'incident.add', { requestId: crypto.randomUUID(), id, entry });
  await add({ kind: 'step', stepId: plan.steps[0].id, outcome: 'done' });
  await add({ kind: 'service', service: '120', stage: 'called', caseNo: '3307', text: '约 8 分钟到' });
  await add({ kind: 'note', text: '孙医生到场，意识清楚，胸闷，脉搏 96' });
  await add({ kind: 'call', contact: 'coordination', outcome: 'told', person: '林芳' });
  await add({ kind: 'people', count: 4 });
  await add({ kind: 'people', count: 11 });
  await add({ kind: 'level', level: 3, reason: '有人突发疾病' });
  await page.getByText('脉搏 96').waitFor();
  await shoot('command');
  await page.keyboard.press('Alt+1');
  await page.getByRole('dialog', { name: /^通知/ }).waitFor();
  await shoot('command-call');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+M');
  await page.keyboard.press('N');
  const roll = page.getByRole('dialog', { name: '清点' });
  await roll.getByRole('button', { name: /找到$/ }).first().click();
  await roll
    .getByText(/还差|全部找到/)
    .first()
    .waitFor();
  await shoot('command-roll-call');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('region', { name: '以往突发' }).waitFor();
  await page.keyboard.press('Alt+D');
  await list(page, '事件类型').selectOption('E15');
  await box(page, '演练方案').fill('上午十点，从接访室向东门疏散');
  await box(page, '参加人员').fill('全体当班人员');
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByText('不计入统计').waitFor();
  await shoot('drill');
  await page.keyboard.press('Control+L');
  await page.getByRole('region', { name: '进行中的突发' }).first().waitFor();
  await shoot('alarm-locked');
}
