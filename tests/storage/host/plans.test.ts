import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../shared/contract';
import type { PlanStanding } from '../../../shared/contract/incident-plans';
import type { IncidentCode, IncidentPlan } from '../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { actor, Desk, newDesk, staffIds } from './desk';
import { first } from './lives';

const ADMIN = actor(staffIds.admin, 'administrator');
const AUDITOR = actor(staffIds.clerk, 'auditor');

const standing = async (desk: Desk, code: IncidentCode): Promise<PlanStanding> => {
  const found = (await first(desk, 'plan.list')).find((each) => each.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};
/** A desk with two leaders, who are made as the settings make them. */
async function hall(): Promise<{ desk: Desk; leader: string; writer: string }> {
  const desk = await newDesk();
  const [leader, writer] = await Promise.all(
    [
      ['周局长', 'leader'],
      ['吴兼管', 'leader', 'administrator'],
    ].map(async ([name = '', ...roles]) => {
      const staff = { name, roles: roles as ('leader' | 'administrator')[], phone: '', qualifications: [], active: true, onDuty: true };
      return (await desk.internal('internal.saveStaff', { staff, pinHash: 'scrypt$1$1$1$x$y' }, staffIds.admin)).id;
    }),
  );
  return { desk, leader: leader ?? '', writer: writer ?? '' };
}
const renamed = (code: IncidentCode, name: string, more: Partial<IncidentPlan> = {}): IncidentPlan => ({
  ...CATALOGUE[code],
  name,
  ...more,
});
const save = (desk: Desk, plan: IncidentPlan, draftId = '', who = ADMIN): Promise<OutputOf<'plan.save'>> =>
  desk.request('plan.save', { requestId: uuid(), draftId, plan }, who);
const approve = (desk: Desk, id: string, approverId: string) => desk.internal('internal.plan.approve', { id, approverId }, staffIds.admin);

describe('the plan of a type', () => {
  it('is edition 1 as shipped, until a leader approves another', async () => {
    const { desk, leader } = await hall();
    expect(await standing(desk, 'E05')).toMatchObject({
      inForce: { edition: 1, state: 'in-force', id: '', approvedName: '' },
      draft: null,
    });
    const { id, edition } = await save(desk, renamed('E05', '扬言'));
    expect(edition).toBe(2);
    expect(await standing(desk, 'E05')).toMatchObject({
      inForce: { edition: 1 },
      draft: { edition: 2, state: 'draft', byName: '孙管理', plan: { name: '扬言' } },
    });
    await approve(desk, id, leader);
    expect(await standing(desk, 'E05')).toMatchObject({
      inForce: { edition: 2, approvedName: '周局长', approvedAt: expect.any(Number), plan: { name: '扬言' } },
      draft: null,
    });
    const editions = await desk.request('plan.editions', { code: 'E05' }, ADMIN);
    expect(editions.map(({ edition: n, state }) => [n, state])).toEqual([
      [2, 'in-force'],
      [1, 'replaced'],
    ]);
  });

  it('stays with the incident that began under it when a later one is approved (plan S03c)', async () => {
    const { desk, leader } = await hall();
    for (const name of ['扬言二', '扬言三']) await approve(desk, (await save(desk, renamed('E05', name))).id, leader);
    const began = uuid();
    await desk.internal('internal.alarm.raise', { id: began, raisedAt: Date.now(), elapsed: 0 });
    await desk.internal('internal.alarm.send', { id: began, code: 'E05', how: 'chosen' });
    expect(await first(desk, 'incident.view', { id: began })).toMatchObject({ edition: 3, plan: { name: '扬言三' } });
    await approve(desk, (await save(desk, renamed('E05', '扬言四'))).id, leader);
    expect((await standing(desk, 'E05')).inForce.edition).toBe(4);
    expect(await first(desk, 'incident.view', { id: began })).toMatchObject({ edition: 3, plan: { name: '扬言三' } });
    expect((await first(desk, 'alarm.running'))[0]?.plan?.name).toBe('扬言三');
    const later = uuid();
    await desk.internal('internal.alarm.raise', { id: later, raisedAt: Date.now(), elapsed: 0 });
    await desk.internal('internal.alarm.send', { id: later, code: 'E05', how: 'chosen' });
    expect(await first(desk, 'incident.view', { id: later })).toMatchObject({ edition: 4, plan: { name: '扬言四' } });
  });

  it('survives a restart', async () => {
    const { desk, leader } = await hall();
    await approve(desk, (await save(desk, renamed('E05', '扬言二'))).id, leader);
    desk.kill();
    const again = new Desk(desk.disk);
    await again.open();
    expect((await standing(again, 'E05')).inForce).toMatchObject({ edition: 2, plan: { name: '扬言二' } });
  });

  it('is told to the alarm’s dialog before anybody signs in: code, names and digit, nothing else', async () => {
    const { desk, leader } = await hall();
    await approve(desk, (await save(desk, renamed('E10', '砸东西', { digit: '' }))).id, leader);
    const menu = await first(desk, 'plan.menu');
    expect(menu).toHaveLength(22);
    expect(menu.find(({ code }) => code === 'E10')).toEqual({ code: 'E10', name: '砸东西', neutral: '现场情况', digit: '' });
  });
});

describe('a draft', () => {
  it('that is edited again keeps its number; what it was is not approved any more', async () => {
    const { desk, leader } = await hall();
    const old = await save(desk, renamed('E05', '甲'));
    const now = await save(desk, renamed('E05', '乙'), old.id);
    expect(now.edition).toBe(2);
    await expect(approve(desk, old.id, leader)).rejects.toThrow('conflict');
    await approve(desk, now.id, leader);
    expect((await standing(desk, 'E05')).inForce.plan.name).toBe('乙');
    await expect(approve(desk, now.id, leader)).rejects.toThrow('conflict');
  });
  it('that somebody else saved meanwhile is not overwritten', async () => {
    const { desk } = await hall();
    await save(desk, renamed('E05', '甲'));
    const result = await desk.try('plan.save', { requestId: uuid(), draftId: '', plan: renamed('E05', '乙') }, ADMIN);
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await standing(desk, 'E05')).draft?.plan.name).toBe('甲');
  });
  it('can be taken back, and its number is given again', async () => {
    const { desk } = await hall();
    const { id } = await save(desk, renamed('E05', '甲'));
    await desk.request('plan.discard', { requestId: uuid(), id }, ADMIN);
    expect((await standing(desk, 'E05')).draft).toBeNull();
    expect((await desk.request('plan.editions', { code: 'E05' }, ADMIN)).map(({ edition }) => edition)).toEqual([1]);
    expect(await desk.try('plan.discard', { requestId: uuid(), id }, ADMIN)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await save(desk, renamed('E05', '乙'))).edition).toBe(2);
  });
  it('asked for twice by a retry is one', async () => {
    const { desk } = await hall();
    const requestId = uuid();
    const ask = () => desk.request('plan.save', { requestId, draftId: '', plan: renamed('E05', '甲') }, ADMIN);
    expect(await ask()).toEqual(await ask());
  });
  it.each([
    ['that changes nothing', CATALOGUE.E05, {}],
    ['with the digit of another type', renamed('E05', '甲', { digit: '1' }), { digit: expect.stringContaining('E01') }],
    [
      'that calls nobody known',
      renamed('E05', '甲', { calls: [{ to: 'gone', within: 0, when: '' }] }),
      { 'calls.0.to': expect.any(String) },
    ],
  ])('%s is refused', async (_what, plan, fields) => {
    const { desk } = await hall();
    const result = await desk.try('plan.save', { requestId: uuid(), draftId: '', plan }, ADMIN);
    expect(result).toMatchObject({ ok: false, error: { code: 'refused', ...(Object.keys(fields).length > 0 && { fields }) } });
  });
});

describe('审定', () => {
  it('is by a leader, and not by who wrote it', async () => {
    const { desk, leader, writer } = await hall();
    const { id } = await save(desk, renamed('E05', '甲'), '', actor(writer, 'leader', 'administrator'));
    await expect(approve(desk, id, writer)).rejects.toThrow('不能由起草人自己审定');
    await expect(approve(desk, id, staffIds.talker)).rejects.toThrow('须由领导审定');
    await approve(desk, id, leader);
    expect((await standing(desk, 'E05')).inForce).toMatchObject({ byName: '吴兼管', approvedName: '周局长' });
  });
  it('gives a digit to one type only, whichever draft comes first', async () => {
    const { desk, leader } = await hall();
    await approve(desk, (await save(desk, renamed('E01', '情绪激动', { digit: '' }))).id, leader);
    const [one, other] = [
      await save(desk, renamed('E10', '毁坏财物', { digit: '1' })),
      await save(desk, renamed('E12', '无人照看', { digit: '1' })),
    ];
    await approve(desk, one.id, leader);
    await expect(approve(desk, other.id, leader)).rejects.toThrow('数字 1 已用于 E10');
  });
  it('and every draft stand in the trail in words', async () => {
    const { desk, leader } = await hall();
    const { id } = await save(desk, renamed('E05', '甲'));
    await approve(desk, id, leader);
    const trail = await desk.request('audit.list', { limit: 2 }, AUDITOR);
    expect(trail.map(({ action, target }) => `${action} ${target}`)).toEqual([
      '审定预案 E05 甲 第 2 版，审定人 周局长',
      '提交预案草案 E05 甲 第 2 版',
    ]);
  });
});
