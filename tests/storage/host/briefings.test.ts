import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract';
import type { SheetModel } from '../../../shared/documents/sheet';
import { BRIEFING_SECTIONS } from '../../../shared/domain/briefing';
import { UNKNOWN_GROUP } from '../../../shared/rules/briefing-draft';
import { create, DRAFTER, decide, giveRights, issue, REVIEWER_ID, SIGNER_ID, sign, submit, today, view } from './briefing';
import { actor, CLERK, Desk, newDesk, register, staffIds } from './desk';
import { ANALYST, enter, grade } from './forecast-desk';
import { add, alarm } from './incident-signing';
import { first } from './lives';
import { begin, end, fillFocus } from './talk';

const ADMIN = actor(staffIds.admin, 'administrator');
const textOf = (model: SheetModel): string => JSON.stringify(model.blocks);

/** A visit that was talked with and promised something. */
async function talked(desk: Desk): Promise<{ visitId: string; interviewId: string }> {
  const { visitId } = await register(desk);
  const interviewId = await begin(desk, visitId, 'room-1');
  await fillFocus(desk, interviewId);
  await end(desk, interviewId, { result: 'verify', department: '社保科' });
  return { visitId, interviewId };
}

describe('a 专报', () => {
  it('is drafted from visits, talks, promises and incidents; each sentence names its records; nobody stands in it in full', async () => {
    const desk = await newDesk();
    const { visitId, interviewId } = await talked(desk);
    const incidentId = await alarm(desk);
    await add(desk, incidentId, { kind: 'people', count: 12 });
    await add(desk, incidentId, { kind: 'visitor', visitId });
    const id = await create(desk, [visitId]);
    const briefing = contract['briefing.view'].output.parse(await view(desk, id));
    expect(briefing).toMatchObject({ number: '待编号', state: 'draft', drafterName: '赵登记', cases: 1, issuing: { here: true } });
    expect(briefing?.text.sections.map(({ key }) => key)).toEqual([...BRIEFING_SECTIONS]);
    const sentences = briefing?.text.sections.flatMap((each) => each.sentences) ?? [];
    for (const each of sentences) if (each.text !== UNKNOWN_GROUP) expect(each.sources.length, each.text).toBeGreaterThan(0);
    const sources = new Set(sentences.flatMap((each) => each.sources.map((source) => source.id)));
    for (const record of [visitId, interviewId, incidentId]) expect(sources).toContain(record);
    const said = JSON.stringify(briefing);
    for (const words of ['1 批 1 人次', '补发差额', '待核实', '10 个工作日内反馈', '社保科', '最多时 12 人', '李**'])
      expect(said).toContain(words);
    for (const secret of ['李秀兰', '11010519491231002X', '13800138000']) expect(said).not.toContain(secret);
  });

  it('says of what grade the day was forecast: the one in force, and nothing of what was withdrawn', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { matterId } = await desk.request('visit.get', { id: visitId }, CLERK);
    const date = await today(desk);
    const suggested = await enter(desk, { date, heads: 8, matterId });
    const graded = await enter(desk, { date, who: '另一群体' });
    await grade(desk, graded.id, { grade: 'attention', suggested: 'general' });
    const gone = await enter(desk, { date, who: '第三群体', heads: 9 });
    await desk.request('forecast.withdraw', { id: gone.id, reason: '重复' }, ANALYST);
    const { text } = await view(desk, await create(desk, [visitId]));
    const [overview, cases] = text.sections.map(({ sentences }) => sentences);
    const day = overview?.find((each) => each.text.includes('来访前预警等级：高风险 1 件、关注 1 件。'));
    const records = (sources: readonly { kind: string; id: string }[] = []) =>
      sources.filter(({ kind }) => kind === 'forecast').map(({ id }) => id);
    expect(records(day?.sources)).toEqual([suggested.id, graded.id]);
    const own = cases?.find((each) => each.text.includes('来访前预警等级：高风险 1 件。'));
    expect(records(own?.sources)).toEqual([suggested.id]);
  });

  it('proposes the cases that the records speak for', async () => {
    const desk = await newDesk();
    await register(desk, { kind: 'collective', heads: 6, others: 5, othersAreaId: 'r1' });
    const { visits } = await desk.request('briefing.propose', { date: (await desk.internal('internal.dayEnd.facts', null)).date }, DRAFTER);
    expect(visits).toMatchObject([{ queueNumber: 'A001', nameMasked: '李**', why: '集体访 6 人' }]);
  });

  it('is saved edition by edition; what somebody else saved meanwhile is never written over', async () => {
    const desk = await newDesk();
    const id = await create(desk);
    const { text } = await view(desk, id);
    const input = { ...text, to: '领导小组、办公室' };
    expect(await desk.request('briefing.save', { requestId: uuid(), id, edition: 1, input }, DRAFTER)).toEqual({ edition: 2 });
    const late = await desk.try('briefing.save', { requestId: uuid(), id, edition: 1, input }, DRAFTER);
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('仍在这里') } });
    expect(await view(desk, id)).toMatchObject({ edition: 2, text: { to: '领导小组、办公室' } });
  });

  it('goes through three people, comes back with a reason, and has its number only at issue', async () => {
    const desk = await newDesk();
    await giveRights(desk);
    const id = await create(desk);
    await submit(desk, id);
    expect(await desk.try('briefing.submit', { requestId: uuid(), id, edition: 1 }, DRAFTER)).toMatchObject({ ok: false });
    expect(await decide(desk, id, { signerId: staffIds.clerk })).toMatchObject({ ok: false });
    expect(await decide(desk, id, { verdict: 'return', reason: '人次不符' })).toMatchObject({ ok: true, value: { number: '待编号' } });
    expect(await view(desk, id)).toMatchObject({ state: 'draft', returned: '人次不符' });
    await submit(desk, id);
    expect(await sign(desk, id)).toMatchObject({ ok: false });
    expect(await decide(desk, id)).toMatchObject({ ok: true });
    expect(await sign(desk, id, { signerId: REVIEWER_ID })).toMatchObject({ ok: false, error: { fields: { signerId: '请选择领导' } } });
    const year = (await desk.internal('internal.dayEnd.facts', null)).date.slice(0, 4);
    expect(await sign(desk, id)).toMatchObject({ ok: true, value: { number: `〔${year}〕第1期` } });
    const issued = await view(desk, id);
    expect(issued).toMatchObject({
      state: 'issued',
      number: `〔${year}〕第1期`,
      drafterName: '赵登记',
      reviewerName: '钱协调',
      signerName: '李领导',
    });
    expect(issued.acts.map(({ kind, name }) => [kind, name])).toEqual([
      ['created', '赵登记'],
      ['submitted', '赵登记'],
      ['returned', '钱协调'],
      ['submitted', '赵登记'],
      ['reviewed', '钱协调'],
      ['issued', '李领导'],
    ]);
  });

  it('gets numbers without a gap, one press one number, and after a restart the next', async () => {
    const desk = await newDesk();
    await giveRights(desk);
    const numbers: string[] = [];
    for (let n = 0; n < 3; n++) numbers.push((await issue(desk)).number);
    const id = await create(desk);
    await submit(desk, id);
    await decide(desk, id);
    desk.kill();
    const again = new Desk(desk.disk);
    await again.open();
    const requestId = uuid();
    const signing = { step: 'sign' as const, signerId: SIGNER_ID };
    const [once, twice] = [await decide(again, id, signing, requestId), await decide(again, id, signing, requestId)];
    expect(twice).toEqual(once);
    numbers.push(once.ok ? once.value.number : '');
    numbers.push((await issue(again)).number);
    expect(numbers.map((number) => /第(\d+)期/.exec(number)?.[1])).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is numbered at the desk that is set for it, and nowhere else; there it stays a draft that may be reviewed', async () => {
    const desk = await newDesk();
    await giveRights(desk);
    const { hall, reports } = await desk.internal('internal.settings', null);
    const desks = [...hall.desks, { code: '02', letter: 'B', name: '二号登记台' }];
    await desk.request('settings.put', { key: 'hall', value: { ...hall, desks } }, ADMIN);
    await desk.request('settings.put', { key: 'reports', value: { ...reports, briefingDesk: '02' } }, ADMIN);
    const id = await create(desk);
    await submit(desk, id);
    expect((await decide(desk, id)).ok).toBe(true);
    const refused = await sign(desk, id);
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('请到二号登记台签发') } });
    expect(await view(desk, id)).toMatchObject({ state: 'reviewed', number: '待编号', issuing: { here: false, deskName: '二号登记台' } });
  });

  it('once issued changes no more: a correction is a new issue that names the old one', async () => {
    const desk = await newDesk();
    await giveRights(desk);
    const { visitId } = await talked(desk);
    const { id, number } = await issue(desk, [visitId]);
    const before = await view(desk, id);
    for (const refused of [
      await desk.try('briefing.save', { requestId: uuid(), id, edition: 1, input: before.text }, DRAFTER),
      await desk.try('briefing.withdraw', { requestId: uuid(), id, reason: '不要了' }, DRAFTER),
      await decide(desk, id, { verdict: 'return', reason: '改' }),
      await sign(desk, id),
    ])
      expect(refused.ok).toBe(false);
    const { id: correction } = await desk.request('briefing.correct', { requestId: uuid(), id }, DRAFTER);
    expect(await view(desk, correction)).toMatchObject({ state: 'draft', corrects: number, number: '待编号' });
    expect((await view(desk, id)).correctedBy).toBe('');
    await submit(desk, correction);
    await decide(desk, correction);
    const signed = await sign(desk, correction);
    const after = await view(desk, id);
    expect(after.correctedBy).toBe(signed.ok ? signed.value.number : '');
    expect({ ...after, correctedBy: '' }).toEqual(before);
    expect(JSON.stringify((await view(desk, correction)).text)).toContain(`更正${number}`);
  });

  it('is printed with every field, its names on a page of their own, and as a draft says that it has no number', async () => {
    const desk = await newDesk({ demo: true });
    await giveRights(desk);
    const { visitId } = await talked(desk);
    const draft = await create(desk, [visitId]);
    expect(textOf((await desk.internal('internal.briefing.model', { id: draft })).model)).not.toContain('第1期');
    const { id, number } = await issue(desk, [visitId]);
    const job = await desk.internal('internal.briefing.print', { id }, staffIds.clerk);
    expect(job).toMatchObject({ kind: 'briefing', label: `专报 ${number}`, reprint: 0 });
    expect((await desk.internal('internal.briefing.print', { id }, staffIds.clerk)).reprint).toBe(1);
    if (job.content.kind !== 'briefing') throw new Error('no briefing');
    const { model } = job.content;
    expect(model).toMatchObject({ title: '接访情况专报', number, demo: true });
    const paper = textOf(model);
    for (const words of [
      ...[
        '密级／期限',
        '内部',
        '报送对象',
        '领导小组',
        '来访时间',
        '来访基本情况',
        '重点个案',
        '处置经过',
        '已答复、承诺与限期',
        '风险研判',
      ],
      ...['建议措施与责任分工', '附件', '拟稿', '审核', '签发', '领导批示', '赵登记', '钱协调', '李领导', '1101**********002X'],
    ])
      expect(paper).toContain(words);
    expect(model.blocks.findIndex(({ block }) => block === 'part')).toBe(model.blocks.length - 2);
    expect(paper).not.toContain('李秀兰');
  });

  it('of a secret matter says only that it was there, to whoever drafts it', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, { purpose: 'accusation', summary: '反映某科违规' });
    const interviewId = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, interviewId);
    await end(desk, interviewId, {
      result: 'discipline',
      target: { name: '纪检监察机关', address: '示范区为民路 2 号', phone: '', basis: '条例三十条' },
      answer: '移送',
      department: '',
    });
    const said = JSON.stringify(await view(desk, await create(desk, [visitId])));
    expect(said).not.toMatch(/违规|补发差额/);
    expect(said).toContain('保密事项');
  });
});

describe('领导批示', () => {
  const DUE = '2099-12-31';
  const input = { leader: '周主任', text: '请社保科三日内答复', department: '社保科', due: DUE };

  it('comes after issue only, each with its day, and stands in 督办 until it is carried out', async () => {
    const desk = await newDesk();
    await giveRights(desk);
    const { visitId } = await talked(desk);
    const early = await create(desk, [visitId]);
    expect(await desk.try('briefing.instruct', { requestId: uuid(), id: early, input }, DRAFTER)).toMatchObject({ ok: false });
    const { id } = await issue(desk, [visitId]);
    const past = await desk.try('briefing.instruct', { requestId: uuid(), id, input: { ...input, due: '2020-01-01' } }, DRAFTER);
    expect(past).toMatchObject({ ok: false, error: { fields: { 'input.due': '期限不能早于今天' } } });

    const [matter] = (await view(desk, id)).matters;
    await desk.request('briefing.instruct', { requestId: uuid(), id, input: { ...input, matterIds: [matter?.id ?? ''] } }, DRAFTER);
    await desk.request('briefing.instruct', { requestId: uuid(), id, input: { ...input, text: '加强安保' } }, DRAFTER);
    const owed = contract['supervision.list'].output
      .parse(await first(desk, 'supervision.list', {}))
      .rows.filter(({ code }) => code === 'LD');
    expect(owed.map(({ label, due, department, matterId, briefingId }) => [label, due, department, matterId, briefingId])).toEqual(
      expect.arrayContaining([
        ['领导批示：请社保科三日内答复', DUE, '社保科', matter?.id, ''],
        ['领导批示：加强安保', DUE, '社保科', '', id],
      ]),
    );

    await desk.request(
      'supervision.add',
      { requestId: uuid(), input: { matterId: matter?.id ?? '', kind: 'carried-out', day: await dayNow(desk), text: '已当面答复' } },
      CLERK,
    );
    const general = (await view(desk, id)).instructions[1]?.items[0];
    await desk.request('briefing.carryOut', { requestId: uuid(), id, promiseId: general?.promiseId ?? '', text: '已增加两岗' }, DRAFTER);
    expect((await view(desk, id)).instructions.map(({ items }) => items.map(({ state }) => state))).toEqual([['kept'], ['kept']]);
    expect((await first(desk, 'supervision.list', {})).rows.filter(({ code }) => code === 'LD')).toEqual([]);
    expect(textOf((await desk.internal('internal.briefing.model', { id })).model)).toContain('周主任：请社保科三日内答复');
  });

  it('outlives the end of its matter', async () => {
    const desk = await newDesk();
    await giveRights(desk);
    const { visitId } = await talked(desk);
    const { id } = await issue(desk, [visitId]);
    const matterId = (await view(desk, id)).matters[0]?.id ?? '';
    await desk.request('briefing.instruct', { requestId: uuid(), id, input: { ...input, matterIds: [matterId] } }, DRAFTER);
    await desk.request(
      'supervision.add',
      { requestId: uuid(), input: { matterId, kind: 'closed', day: await dayNow(desk), text: '办结' } },
      CLERK,
    );
    expect((await first(desk, 'supervision.list', {})).rows.map(({ code }) => code)).toEqual(['LD']);
  });
});

const dayNow = async (desk: Desk): Promise<string> => (await desk.internal('internal.dayEnd.facts', null)).date;
