import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract';
import type { IncidentPaperModel } from '../../../shared/documents/incident-paper';
import { actor, CLERK, type Desk, newDesk, register, staffIds } from './desk';
import { add, alarm, LEADER_ID, lift, sign, trySign } from './incident-signing';
import { first } from './lives';

const draft = (desk: Desk, id: string, kind?: 'first' | 'follow-up' | 'final') => desk.request('incident.reportDraft', { id, kind }, CLERK);
const paperOf = async (desk: Desk, printJobId: string): Promise<IncidentPaperModel> => {
  const job = await desk.internal('internal.print.get', { id: printJobId });
  if (job?.content.kind !== 'incident-report' && job?.content.kind !== 'incident-sheet') throw new Error('no paper of an incident');
  return job.content.model;
};
const textOf = (model: IncidentPaperModel): string => JSON.stringify(model.blocks);

describe('a report', () => {
  it('is drafted from the timeline, of the kind that is due, to those whom the level asks for', async () => {
    const desk = await newDesk();
    const id = await alarm(desk);
    await add(desk, id, { kind: 'note', text: '十余人在门口聚集' });
    await add(desk, id, { kind: 'level', level: 2, reason: '人数达到 30 人' });
    const first = await draft(desk, id);
    expect(first).toMatchObject({ kind: 'first', title: '初报', to: ['上级主管部门', '本级党委政府值班室', '信访联席会议办公室'] });
    expect(first.sections.find(({ label }) => label === '起因')?.text).toBe('十余人在门口聚集');
    expect(first.kinds.map(({ kind, refused }) => [kind, refused !== ''])).toEqual([
      ['first', false],
      ['follow-up', true],
      ['final', true],
    ]);
    expect(first.receivers).toContain('上级主管部门');
    for (const none of ['家属', '监护人', '110 公安', '责任科室']) expect(first.receivers).not.toContain(none);
  });

  it('is kept as it was signed, stands in the timeline, is on the list and on its way to the printer', async () => {
    const desk = await newDesk({ demo: true });
    const id = await alarm(desk);
    await add(desk, id, { kind: 'level', level: 2, reason: '人数达到 30 人' });
    const signed = await sign(desk, id, { to: '上级主管部门、本级党委政府值班室' });
    expect(signed.title).toBe('初报');
    const { entries } = await first(desk, 'incident.timeline', { id, limit: 10 });
    expect(entries.at(-1)).toMatchObject({
      text: '初报，报 上级主管部门、本级党委政府值班室，签发 李接谈',
      data: { kind: 'report', reportId: signed.reportId },
    });
    const list = contract['incident.reports'].output.parse(await first(desk, 'incident.reports', { id }));
    expect(list.reports).toMatchObject([
      { id: signed.reportId, n: 1, title: '初报', signedName: '李接谈', sections: [{ label: '事件性质', text: '聚集' }] },
    ]);
    expect(list.clocks.map(({ what, done }) => [what, done !== null])).toEqual([
      ['phone', false],
      ['first', true],
      ['follow-up', false],
    ]);
    const model = await paperOf(desk, signed.printJobId);
    expect(model).toMatchObject({ title: '突发事件初报', demo: true, drill: false });
    expect(textOf(model)).toContain('签发人：李接谈');
  });

  it('signed twice by one press is one report; a second first report is refused beside its kind', async () => {
    const desk = await newDesk();
    const id = await alarm(desk);
    const requestId = uuid();
    const [once, again] = [await trySign(desk, id, {}, requestId), await trySign(desk, id, {}, requestId)];
    expect(again).toEqual(once);
    expect(await trySign(desk, id)).toMatchObject({ ok: false, error: { code: 'refused', fields: { kind: '已经报过，请用续报。' } } });
    expect((await first(desk, 'incident.reports', { id })).reports).toHaveLength(1);
  });

  it('of what follows says only what is new, is numbered, and ends with the final one', async () => {
    const desk = await newDesk();
    const id = await alarm(desk);
    await add(desk, id, { kind: 'note', text: '先前的情况' });
    await sign(desk, id);
    await add(desk, id, { kind: 'note', text: '后来的情况' });
    const next = await draft(desk, id);
    expect(next).toMatchObject({ kind: 'follow-up', title: '续报一', to: ['上级主管部门'] });
    expect(JSON.stringify(next.sections)).toContain('后来的情况');
    expect(JSON.stringify(next.sections)).not.toContain('先前的情况');
    await sign(desk, id, { kind: 'follow-up' });
    expect((await sign(desk, id, { kind: 'follow-up' })).title).toBe('续报二');
    await lift(desk, id);
    expect(await draft(desk, id)).toMatchObject({ kind: 'final', title: '终报' });
    await sign(desk, id, { kind: 'final' });
    const { reports, clocks } = await first(desk, 'incident.reports', { id });
    expect(reports.map(({ n, title }) => [n, title])).toEqual([
      [1, '初报'],
      [2, '续报一'],
      [3, '续报二'],
      [4, '终报'],
    ]);
    expect(clocks.find(({ what }) => what === 'final')?.done).not.toBeNull();
  });

  it('is kept where there is no printer, and printed later, then as 补打', async () => {
    const desk = await newDesk({ printer: '' });
    const id = await alarm(desk);
    const { reportId, printJobId } = await sign(desk, id);
    expect(printJobId).toBe('');
    const asked = await desk.call('internal.incident.printReport', { reportId }, CLERK);
    expect(asked).toMatchObject({ ok: false, error: { message: expect.stringContaining('未设打印机') } });
    const printing = { mode: 'printer' as const, cardPrinter: '卡片机', letterPrinter: '文书机', profiles: {} };
    await desk.request('settings.printing', printing, actor(staffIds.admin, 'administrator'));
    const jobs = [
      await desk.internal('internal.incident.printReport', { reportId }, staffIds.clerk),
      await desk.internal('internal.incident.printReport', { reportId }, staffIds.clerk),
    ];
    expect(jobs.map(({ printer, reprint, kind }) => [printer, reprint, kind])).toEqual([
      ['文书机', 0, 'incident-report'],
      ['文书机', 1, 'incident-report'],
    ]);
  });

  it('of a drill is marked, and a drill’s paper never passes for real', async () => {
    const desk = await newDesk();
    const { id } = await desk.request(
      'incident.drill',
      { requestId: uuid(), code: 'E15', plan: '一楼冒烟', participants: '全体当班' },
      CLERK,
    );
    const { printJobId } = await sign(desk, id);
    expect(await paperOf(desk, printJobId)).toMatchObject({ drill: true });
    const job = await desk.internal('internal.incident.printSheet', { id }, staffIds.clerk);
    expect(job.label).toMatch(/^演练 报告单/);
    expect(textOf(await paperOf(desk, job.id))).toContain('一楼冒烟');
  });

  it('its row, its job and its archived file are sealed with the incident’s key: erasing that erases all of them', async () => {
    const desk = await newDesk();
    const id = await alarm(desk);
    const { reportId, printJobId } = await sign(desk, id);
    const job = await desk.internal('internal.print.get', { id: printJobId });
    expect(job?.incidentId).toBe(id);
    const { keyId } = await desk.internal('internal.document.key', { incidentId: id });
    expect(keyId).toBe(`i:${id}`);
    await desk.internal('internal.document.add', {
      ...{ id: printJobId, jobId: printJobId, kind: 'incident-report', label: '初报', incidentId: id },
      ...{ bytes: 1, pages: 1, sha256: 'a'.repeat(64), reprint: 0 },
    });
    const { fileKey } = (await desk.internal('internal.document.get', { id: printJobId })) ?? {};
    expect(fileKey).toEqual((await desk.internal('internal.document.key', { incidentId: id })).key);
    expect(desk.disk.keyring.has(`i:${id}`)).toBe(true);
    desk.kill();
    desk.disk.keyring.delete(`i:${id}`);
    const { Desk: Other, Disk } = await import('./desk');
    const disk = new Disk(desk.disk.hallKey, desk.disk.hallId);
    disk.journal.push(...desk.disk.journal);
    for (const [key, wrapped] of desk.disk.keyring) disk.keyring.set(key, wrapped);
    const rebuilt = new Other(disk);
    await rebuilt.open();
    expect(await rebuilt.internal('internal.print.get', { id: printJobId })).toBeNull();
    expect(await rebuilt.internal('internal.document.get', { id: printJobId })).toBeNull();
    const { reports } = await first(rebuilt, 'incident.reports', { id });
    expect(reports).toMatchObject([{ id: reportId, to: '', sections: [] }]);
  });

  it('and its printing stand in the audit trail by number and title', async () => {
    const desk = await newDesk();
    const id = await alarm(desk);
    const { reportId } = await sign(desk, id);
    await desk.internal('internal.incident.printReport', { reportId }, staffIds.clerk);
    await desk.internal('internal.incident.printSheet', { id }, staffIds.clerk);
    const trail = await desk.request('audit.list', { limit: 10 }, actor(staffIds.admin, 'auditor'));
    const acts = trail.map(({ action, target }) => `${action} ${target}`);
    for (const act of [/^签发突发报告 .*T01 初报/, /^打印突发报告 .*T01 初报/, /^打印突发事件报告单 .*T01/])
      expect(acts).toContainEqual(expect.stringMatching(act));
  });
});

describe('the sheet', () => {
  it('is made of the incident as it stands: visitors by number and name, evidence with its hash, reports with their signer', async () => {
    const desk = await newDesk();
    const { visitId, queueNumber } = await register(desk);
    const attachmentId = uuid();
    await desk.internal('internal.attachment.add', {
      ...{ id: attachmentId, visitId, kind: 'photo', mime: 'image/jpeg', bytes: 9, copies: 1, original: false },
      ...{ name: '横幅照片', sha256: 'b'.repeat(64) },
    } as Parameters<typeof desk.internal<'internal.attachment.add'>>[1]);
    const id = await alarm(desk);
    await add(desk, id, { kind: 'visitor', visitId });
    await add(desk, id, { kind: 'photo', attachmentId, text: '' });
    await sign(desk, id, { sections: [{ label: '建议和请求', text: '请增派民警' }] });
    const job = await desk.internal('internal.incident.printSheet', { id }, staffIds.clerk);
    const model = await paperOf(desk, job.id);
    const text = textOf(model);
    for (const words of [`${queueNumber} 号 李秀兰`, '横幅照片', 'b'.repeat(64), '请增派民警', '李接谈', '赵登记', '登记员', '电话记录'])
      expect(text).toContain(words);
    for (const secret of ['13800138000', '11010519491231002X']) expect(text).not.toContain(secret);
    expect(LEADER_ID).toBe(staffIds.talker);
  });

  it('of a later hour says more, and is no copy of the one before', async () => {
    const desk = await newDesk();
    const id = await alarm(desk);
    await desk.internal('internal.incident.printSheet', { id }, staffIds.clerk);
    await add(desk, id, { kind: 'note', text: '后来的情况' });
    const job = await desk.internal('internal.incident.printSheet', { id }, staffIds.clerk);
    expect(job.reprint).toBe(0);
    expect(textOf(await paperOf(desk, job.id))).toContain('后来的情况');
  });
});
