import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import type { EmergencySettings } from '../../../shared/domain/emergency';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { actor, type Desk, newDesk, staffIds } from './desk';
import { close, incident, view } from './incident';

const ADMIN = actor(staffIds.admin, 'administrator');
const emergencyOf = async (desk: Desk): Promise<EmergencySettings> => (await desk.internal('internal.settings', null)).emergency;
const put = (desk: Desk, value: EmergencySettings) => desk.try('settings.put', { key: 'emergency', value }, ADMIN);
/** As they are, with a head of the leading group. */
async function held(desk: Desk): Promise<EmergencySettings> {
  const now = await emergencyOf(desk);
  return {
    ...now,
    contacts: now.contacts.map((each) => (each.key === 'head' ? { ...each, person: '周建国', phone: '0000-0000001' } : each)),
  };
}
const without = (value: EmergencySettings, key: string): EmergencySettings => ({
  ...value,
  contacts: value.contacts.filter((each) => each.key !== key),
});

it('what is consistent is kept, and what came with this version is there', async () => {
  const desk = await newDesk();
  const value = { ...(await held(desk)), sendAfterSeconds: 15, neutralTitle: true };
  expect(await put(desk, value)).toMatchObject({ ok: true });
  expect(await emergencyOf(desk)).toEqual(value);
});

it('no hall is saved without the head of its leading group (plan S02)', async () => {
  const desk = await newDesk();
  expect(await put(desk, await emergencyOf(desk))).toMatchObject({
    ok: false,
    error: { fields: { 'contacts.0.person': '请选择组长，或填写姓名' } },
  });
});

it('what the rule refuses is not saved, with the sentence beside its field', async () => {
  const desk = await newDesk();
  const before = await held(desk);
  await put(desk, before);
  const levels = before.levels.map((rule) => (rule.level === 3 ? { ...rule, peopleFrom: 40 } : rule));
  expect(await put(desk, { ...before, levels })).toMatchObject({
    ok: false,
    error: { code: 'refused', fields: { 'levels.2.peopleFrom': '应多于 Ⅲ 较大 的 40 人' } },
  });
  expect(await emergencyOf(desk)).toEqual(before);
});

it('a contact that a plan in force or a draft tells stays; once no plan tells it, it may go', async () => {
  const desk = await newDesk();
  const value = await held(desk);
  expect(await put(desk, without(value, 'cdc'))).toMatchObject({
    error: { fields: { contacts: expect.stringMatching(/不能移除「属地疾控中心」：E14/) } },
  });
  const staff = { name: '周局长', roles: ['leader' as const], phone: '', qualifications: [], active: true, onDuty: true };
  const leader = await desk.internal('internal.saveStaff', { staff, pinHash: 'scrypt$1$1$1$x$y' }, staffIds.admin);
  const plan = { ...CATALOGUE.E14, calls: CATALOGUE.E14.calls.filter(({ to }) => to !== 'cdc') };
  const { id } = await desk.request('plan.save', { requestId: uuid(), draftId: '', plan }, ADMIN);
  await desk.internal('internal.plan.approve', { id, approverId: leader.id }, staffIds.admin);
  expect(await put(desk, without(value, 'cdc'))).toMatchObject({ ok: true });
});

it('nor does one go that an incident tells which runs under an older plan', async () => {
  const desk = await newDesk();
  const value = await held(desk);
  const incident = uuid();
  await desk.internal('internal.alarm.raise', { id: incident, raisedAt: Date.now(), elapsed: 0 });
  await desk.internal('internal.alarm.send', { id: incident, code: 'E14', how: 'chosen' });
  expect(await put(desk, without(value, 'cdc'))).toMatchObject({ error: { fields: { contacts: expect.stringContaining('进行中的') } } });
});

it('a past incident names whoever held a post then, one that runs whoever holds it now (plan S01)', async () => {
  const desk = await newDesk();
  const headOf = async (id: string) => (await view(desk, id)).calls.find(({ contact }) => contact === 'head')?.person;
  const before = await held(desk);
  await put(desk, before);
  const [past, running] = [await incident(desk, 'E05'), await incident(desk, 'E05')];
  await close(desk, past);
  const contacts = before.contacts.map((each) => (each.key === 'head' ? { ...each, person: '陈志明' } : each));
  expect(await put(desk, { ...before, contacts })).toMatchObject({ ok: true });
  expect([await headOf(past), await headOf(running)]).toEqual(['周建国', '陈志明']);
});
