import { describe, expect, it } from 'vitest';
import { Contact, type EmergencySettings } from '../../../shared/domain/emergency';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { callList, fillScript, holderOf, type OnRoster, serviceOf } from '../../../shared/rules/incident-calls';
import { incidentPicture } from '../../../shared/rules/incident-picture';
import { call, level, MINUTE, PLAN, pictureWith, RAISED, SENT, service, timeline } from './incident-facts';

const NOBODY = new Map<string, OnRoster>();
const NEVER = Number.MAX_SAFE_INTEGER;
const list = (picture = pictureWith(), plan: typeof PLAN | null = PLAN, settings: EmergencySettings = DEFAULT_EMERGENCY) =>
  callList(picture, plan, settings, NOBODY);
const row = (of: ReturnType<typeof list>, contact: string) => of.find((each) => each.contact === contact);
const dueOf = (of: ReturnType<typeof list>) => Object.fromEntries(of.map(({ contact, due, when }) => [contact, [due / MINUTE, when]]));

describe('who has to be told', () => {
  it('is what the type asks for and what the level asks for, each once, the earliest first', () => {
    const rows = list();
    expect(rows.map(({ contact, due }) => [contact, due / MINUTE])).toEqual([
      ['security-leader', 0],
      ['reception-leader', 0],
      ['service-110', 0],
      ['deputy', 5],
      ['coordination', 5],
    ]);
    expect(row(rows, 'service-110')?.when, 'last of those due at once: it depends').toBe('有人受伤时');
  });
  it('a limit of the type counts from the alarm, one of the level from when that level was set', () => {
    const raised = pictureWith({ level: 3, levelSince: 20 * MINUTE });
    expect(dueOf(list(raised))).toMatchObject({
      'security-leader': [0, ''],
      deputy: [5, ''],
      'reception-leader': [20, ''],
      head: [30, ''],
      superior: [140, ''],
    });
  });
  it('of two limits the earlier counts', () => {
    const plan = {
      ...PLAN,
      calls: [
        { to: 'coordination', within: 1, when: '' },
        { to: 'reception-leader', within: 9, when: '' },
      ],
    };
    expect(dueOf(list(pictureWith(), plan))).toMatchObject({ coordination: [1, ''], 'reception-leader': [0, ''] });
  });
  it('who is asked for with and without a condition is asked for, by the limit without one', () => {
    const calls = [
      { to: 'superior', within: 40, when: '书面报告' },
      { to: 'superior', within: 20, when: '' },
      { to: 'service-110', within: 0, when: '有人受伤时' },
    ];
    const at = (...order: number[]) => dueOf(list(pictureWith(), { ...PLAN, calls: order.flatMap((i) => calls[i] ?? []) }));
    expect(at(0, 1).superior).toEqual([20, '']);
    expect(at(1, 0).superior).toEqual([20, '']);
    expect(at(2)['service-110']).toEqual([0, '有人受伤时']);
    const atTwo = dueOf(list(pictureWith({ level: 2, levelSince: 7 * MINUTE }), { ...PLAN, calls }));
    expect(atTwo['service-110'], 'the level asks whatever the condition').toEqual([7, '']);
  });
  it('whoever was called although nobody asked stays in the list, last', () => {
    const picture = incidentPicture(timeline(RAISED, SENT, call('family', 'told', { person: '家属' }), service('called')), null);
    const rows = list(picture, null);
    expect(rows.at(-1)?.due).toBe(NEVER);
    expect(rows.slice(-2).map(({ contact }) => contact)).toEqual(['family', 'service-110']);
  });
  it('without a type the level alone decides', () =>
    expect(list(pictureWith(), null).map(({ contact }) => contact)).toEqual(['reception-leader', 'coordination']));
  it.each(Object.values(CATALOGUE))('$code: everybody is in the list once, with a name and words to say', (plan) => {
    for (const at of [4, 3, 2, 1] as const) {
      const rows = callList(pictureWith({ level: at }), plan, DEFAULT_EMERGENCY, NOBODY);
      expect(new Set(rows.map(({ contact }) => contact)).size).toBe(rows.length);
      for (const each of rows) {
        expect(each.name, each.contact).not.toBe(each.contact);
        expect(each.script, each.contact).not.toBe('');
      }
      for (const { to } of plan.calls) expect(row(rows, to), to).toBeDefined();
    }
  });
});

describe('a call', () => {
  const listAfter = (...data: Parameters<typeof timeline>) => list(incidentPicture(timeline(RAISED, SENT, ...data), PLAN));
  it('that nobody answered is counted, and nobody knows yet', () => {
    const rows = listAfter(call('deputy', 'no-answer'), call('deputy', 'no-answer'));
    expect(row(rows, 'deputy')).toMatchObject({ outcome: 'no-answer', unanswered: 2, toldAt: null });
    expect(row(rows, 'coordination')).toMatchObject({ outcome: null, unanswered: 0, toldAt: null });
  });
  it('that was answered is not yet one that told', () =>
    expect(row(listAfter(call('deputy', 'dialled')), 'deputy')).toMatchObject({ outcome: 'dialled', toldAt: null }));
  it('told counts from the first time, whatever comes after it', () => {
    const rows = listAfter(call('deputy', 'no-answer'), call('deputy', 'told'), call('deputy', 'told'), call('deputy', 'no-answer'));
    expect(row(rows, 'deputy')).toMatchObject({ outcome: 'no-answer', unanswered: 2, toldAt: 3000 });
  });
  it('says whom one spoke to, where the list does not know', () => {
    const rows = listAfter(call('family', 'told', { person: '张建国', phone: '13700137001' }));
    expect(row(rows, 'family')).toMatchObject({ name: '家属', person: '张建国', phone: '13700137001' });
  });
  it('of 110 is told once it was called; its stages are in the services', () => {
    expect(row(listAfter(service('called', '0231'), service('arrived')), 'service-110')).toMatchObject({
      ...{ service: '110', outcome: 'told', toldAt: 2000 },
    });
    expect(row(listAfter(), 'service-110')).toMatchObject({ service: '110', phone: '110', outcome: null, toldAt: null });
  });
  it('a raised level asks again for nobody who knows', () => {
    const rows = listAfter(call('deputy', 'told'), level(3));
    expect(row(rows, 'deputy')).toMatchObject({ toldAt: 2000 });
    expect(rows.filter(({ contact }) => contact === 'deputy')).toHaveLength(1);
  });
});

describe('who holds a post', () => {
  const contact = Contact.parse({ key: 'head', name: '组长', staffId: idOf(1), deputyStaffId: idOf(2) });
  function idOf(n: number): string {
    return `01890a5d-ac96-774b-8cce-00000000000${n}`;
  }
  const roster = (head: boolean | null, deputy: boolean | null) => {
    const on = new Map<string, OnRoster>();
    if (head !== null) on.set(idOf(1), { name: '周建国', phone: '13700137001', onDuty: head });
    if (deputy !== null) on.set(idOf(2), { name: '陈志明', phone: '13700137002', onDuty: deputy });
    return on;
  };
  it.each<[head: boolean | null, deputy: boolean | null, person: string, insteadOf: string]>([
    [true, true, '周建国', ''],
    [true, false, '周建国', ''],
    [false, true, '陈志明', '周建国'],
    [false, false, '周建国', ''],
    [false, null, '周建国', ''],
    [null, true, '', ''],
  ])('on duty: holder %s, deputy %s', (head, deputy, person, insteadOf) =>
    expect(holderOf(contact, roster(head, deputy))).toMatchObject({ person, insteadOf }),
  );
  it('a deputy of another house, who stands in no roster, can be called', () => {
    const outside = Contact.parse({ ...contact, deputyStaffId: '', deputyPerson: '外聘值班', deputyPhone: '0000-1234567' });
    const off = roster(false, null);
    expect(holderOf(outside, off)).toEqual({ person: '外聘值班', phone: '0000-1234567', insteadOf: '周建国' });
  });
  it('the number of the post is used where the staff has none', () => {
    const withNumber = Contact.parse({ ...contact, phone: '0000-7654321' });
    expect(holderOf(withNumber, new Map([[idOf(1), { name: '周建国', phone: '', onDuty: true }]])).phone).toBe('0000-7654321');
  });
});

it('a script is filled with what is known, and says nothing of what is not', () => {
  expect(fillScript('{place}发生{event}，{nobody}现场{people}。', { place: '大厅', event: '冲突', people: '5 人' })).toBe(
    '大厅发生冲突，现场5 人。',
  );
  for (const { script } of DEFAULT_EMERGENCY.contacts)
    expect(fillScript(script, { unit: '甲', place: '乙', event: '丙', people: '丁', desk: '戊' })).not.toMatch(/[{}]/);
});

it('110, 119 and 120 are services, and nothing else is', () => {
  const services = DEFAULT_EMERGENCY.contacts.map(({ key }) => serviceOf(key)).filter((each) => each !== null);
  expect(services).toEqual(['110', '119', '120']);
});
