import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { LetterModel } from '../../../shared/documents/letter';
import type { DisposalInput } from '../../../shared/domain/disposal';
import type { FollowUpKind } from '../../../shared/domain/follow-up';
import type { LetterKind } from '../../../shared/domain/letters';
import { addDays, longDay } from '../../../shared/rules/time';
import { actor, CLERK, Desk, Disk, GUO, newDesk, register, staffIds } from './desk';
import { begin, end, fillFocus, TALKER } from './talk';

const KEEPER = actor(staffIds.admin, 'coordinator');
const TARGET = { name: '县人社局', address: '为民路 1 号', phone: '', basis: '' };
const DAY_MS = 86_400_000;

async function talked(disposal: DisposalInput, desk?: Desk, over: object = {}) {
  const at = desk ?? (await newDesk());
  const { visitId } = await register(at, over);
  const id = await begin(at, visitId, 'room-1');
  await fillFocus(at, id);
  await end(at, id, disposal);
  const { matterId, date } = await at.request('visit.get', { id: visitId }, CLERK);
  return { desk: at, visitId, id, matterId, date };
}
const preview = async (desk: Desk, interviewId: string, kind: LetterKind, more: Record<string, string> = {}): Promise<string> =>
  JSON.stringify(await desk.request('letter.preview', { interviewId, kind, more }, TALKER));
const print = async (desk: Desk, interviewId: string, kind: LetterKind, more: Record<string, string> = {}): Promise<string> => {
  const job = await desk.internal('internal.print.letter', { interviewId, kind, more }, staffIds.talker);
  return JSON.stringify((job.content as { model: LetterModel }).model.blocks);
};
const add = (desk: Desk, matterId: string, kind: FollowUpKind, day: string, more: object = {}) =>
  desk.request(
    'supervision.add',
    { requestId: uuid(), input: { matterId, kind, day, text: '内容', to: '局长', method: '', number: 0, ...more } },
    TALKER,
  );

describe('a paper', () => {
  it('takes from who prints it only the words that it asks for', async () => {
    const { desk, id } = await talked({ result: 'verify', department: '社保科' });
    const more = { 姓名: '冒名', 处理结果: '支持', 文书名称: '告知单' };
    expect(await preview(desk, id, 'received', more)).not.toMatch(/冒名|支持/);
    expect(await print(desk, id, 'service-return', more)).toContain('告知单');
  });

  it('says when it was accepted and until when it is extended as 督办 knows it, and does not ask for it', async () => {
    const { desk, id, matterId, date } = await talked({ result: 'verify', department: '社保科' });
    const asked = (kind: LetterKind) => desk.request('letter.asked', { interviewId: id, kind }, TALKER);
    expect(await asked('extension')).toEqual(['原期限', '延至', '延期理由', '批准人']);
    expect(await preview(desk, id, 'received')).toContain('自受理之日起 60 日');
    await add(desk, matterId, 'accepted', date);
    const accepted = await preview(desk, id, 'accepted');
    expect(accepted).toContain(`自 ${longDay(date)} 起受理`);
    expect(accepted).toContain(longDay(addDays(date, 60)));
    expect(accepted, 'nothing but its own period').not.toContain('10 个工作日');
    await add(desk, matterId, 'extended', date, { number: 20, text: '案情复杂' });
    expect(await asked('extension')).toEqual([]);
    const extension = await preview(desk, id, 'extension', { 延至: '某日', 批准人: '别人' });
    for (const words of [longDay(addDays(date, 60)), longDay(addDays(date, 80)), '案情复杂', '局长']) expect(extension).toContain(words);
    expect(extension).not.toMatch(/某日|别人/);
  });

  it('for the visitor says where the matter went, and no day for what the unit may object to', async () => {
    const { desk, id } = await talked({ result: 'transferred', target: TARGET });
    const received = await preview(desk, id, 'received');
    expect(received).toContain('已转送县人社局（为民路 1 号）');
    expect(received).not.toContain('异议');
    expect(await preview(desk, id, 'transfer')).toContain('自收到转交之日起 5 个工作日');
  });

  it('of an answer on the spot gives the visitor its words (plan S56)', async () => {
    const { desk, id } = await talked({ result: 'answered', answer: '五月起按新标准发放', noBasisReason: '常识' });
    const received = await print(desk, id, 'received');
    for (const words of ['处理结果：当场答复', '五月起按新标准发放', '来访人签收']) expect(received).toContain(words);
  });

  it('of a matter for the courts names the authority, where it is and the basis (plan S58)', async () => {
    const court = { name: '示范区人民法院', address: '为民路 12 号', phone: '0000-1234567', basis: '条例 22、31 条（一）' };
    const { desk, id } = await talked({ result: 'judicial', target: court });
    const paper = await print(desk, id, 'judicial');
    for (const words of [...Object.values(court), '依据：条例 20、22、31 条']) expect(paper).toContain(words);
  });

  it('that was refused does not say why the matter was', async () => {
    const { desk, id } = await talked({ result: 'not-accepted', reason: '上级正在办理', article: '条例 19 条', target: TARGET });
    expect(await preview(desk, id, 'service-return')).not.toContain('上级正在办理');
    expect(await preview(desk, id, 'not-accepted')).toContain('县人社局');
  });
});

describe('letters between offices', () => {
  it('are numbered by kind without a gap, when they are printed and not before; the same letter keeps its number', async () => {
    const { desk, id, date } = await talked({ result: 'transferred', target: TARGET });
    const year = date.slice(0, 4);
    expect(await preview(desk, id, 'transfer')).toContain('打印时编号');
    expect(await print(desk, id, 'transfer')).toContain(`转〔${year}〕01-1号`);
    expect(await print(desk, id, 'transfer')).toContain(`转〔${year}〕01-1号`);
    expect(await print(desk, id, 'assignment')).toContain(`交〔${year}〕01-1号`);
    const other = await talked({ result: 'transferred', target: TARGET }, desk, { people: [GUO] });
    const { printing } = await desk.internal('internal.settings', null);
    const set = (mode: 'none' | 'printer') =>
      desk.request('settings.printing', { ...printing, mode }, actor(staffIds.admin, 'administrator'));
    await set('none');
    await expect(print(desk, other.id, 'transfer'), 'a print that is refused takes no number').rejects.toThrow('未设打印机');
    await set('printer');
    expect(await print(desk, other.id, 'transfer')).toContain(`转〔${year}〕01-2号`);
  });

  it('go on in a further hundred once the desk was put back from a backup', async () => {
    const { desk, id, date } = await talked({ result: 'transferred', target: TARGET });
    await print(desk, id, 'transfer');
    await desk.internal('internal.backup.restored', { madeAt: Date.now() });
    const other = await talked({ result: 'transferred', target: TARGET }, desk, { people: [GUO] });
    expect(await print(desk, other.id, 'transfer')).toContain(`转〔${date.slice(0, 4)}〕01-101号`);
  });
});

describe('a 销毁证明', () => {
  it('is printed from its row, where recordings are kept, and as no other letter', async () => {
    const disk = new Disk();
    const desk = await newDesk({ disk });
    const { visitId } = await register(desk);
    const interviewId = await begin(desk, visitId, 'room-1');
    const id = uuid();
    await desk.internal('internal.recording.begin', { id, interviewId, mime: 'audio/webm', name: '' }, staffIds.talker);
    const sound = { parts: 1, bytes: 10, durationMs: 61_000, sha256: 'c'.repeat(64) };
    await desk.internal('internal.recording.finish', { id, ended: 'stopped', damaged: false, ...sound }, staffIds.talker);
    await fillFocus(desk, interviewId);
    await end(desk, interviewId, { result: 'not-accepted', reason: '重复', article: '条例 19 条' });
    desk.kill();
    disk.clockOffsetMs = 3 * 366 * DAY_MS;
    const later = new Desk(disk);
    await later.open();
    const input = { id, reason: '保存期满', approverId: staffIds.clerk };
    const { certificateId } = await later.internal('internal.recording.destroy', input, staffIds.admin);
    const more = { 批准人: '别人' };
    expect(await later.try('letter.preview', { interviewId, kind: 'destruction', more }, TALKER)).toMatchObject({ ok: false });
    expect(await later.call('internal.print.letter', { interviewId, kind: 'destruction', more }, TALKER)).toMatchObject({ ok: false });
    const job = await later.internal('internal.print.certificate', { certificateId }, KEEPER.staffId);
    const text = JSON.stringify((job.content as { model: LetterModel }).model.blocks);
    for (const words of ['c'.repeat(64), '61 秒', '保存期满', '孙管理', '赵登记', '销毁日期']) expect(text).toContain(words);
  });
});
