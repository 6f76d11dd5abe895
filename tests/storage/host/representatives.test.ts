import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { numberBorn } from '../../shared/facts';
import { CLERK, type Desk, GUO, LAN, newDesk, register } from './desk';
import { act, hallNow, refusal } from './hall';

const GROUP = { kind: 'collective' as const, people: [LAN, GUO], heads: 9, others: 7, othersAreaId: 'r1' };
const person = (n: number, name: string) => ({ docType: 'resident-id' as const, docNumber: numberBorn('1980-02-03', `00${n}`), name });
const add = (desk: Desk, id: string, n: number, name: string) =>
  desk.try('visit.addRepresentative', { id, person: person(n, name), reason: '大家推选' }, CLERK);

async function letter(desk: Desk, visitId: string): Promise<{ names: string[]; opening: string }> {
  const { content } = await desk.internal('internal.print.proxyLetter', { visitId }, CLERK.staffId);
  if (content.kind !== 'proxy-letter') throw new Error('no letter');
  return { names: content.model.representatives.map(({ name }) => name), opening: content.model.opening };
}

describe('the second to fifth representative', () => {
  it('is corrected like the first, and the history says which one', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, GROUP);
    const personId = (await desk.request('visit.get', { id }, CLERK)).people[1]?.id ?? '';
    const patch = { personId, person: { name: '王建囯', phone: '13811112222' } };
    const corrected = await desk.request('visit.correct', { id, patch, reason: '写错一字' }, CLERK);
    expect(corrected.people.map(({ name, phoneMasked }) => [name, phoneMasked])).toEqual([
      ['李秀兰', '138****8000'],
      ['王建囯', '138****2222'],
    ]);
    const [latest] = await desk.request('visit.history', { id }, CLERK);
    expect(latest?.changes).toEqual([
      { field: '代表 2 姓名', before: '王建国', after: '王建囯' },
      { field: '代表 2 手机', before: expect.any(String), after: '138****2222' },
    ]);
  });

  it('by another number is another person in the same place; a number of another representative is refused beside its field', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, GROUP);
    const personId = (await desk.request('visit.get', { id }, CLERK)).people[1]?.id ?? '';
    const twice = await desk.try('visit.correct', { id, patch: { personId, person: { docNumber: LAN.docNumber } }, reason: '录错' }, CLERK);
    expect(twice).toMatchObject({ ok: false, error: { code: 'refused', fields: { 'patch.person.docNumber': expect.any(String) } } });
    const firstTwice = await desk.try('visit.correct', { id, patch: { person: { docNumber: GUO.docNumber } }, reason: '录错' }, CLERK);
    expect(firstTwice).toMatchObject({ ok: false, error: { fields: { 'patch.person.docNumber': '这份证件已登记为另一位代表' } } });
    const right = person(7, '王建国');
    const corrected = await desk.request('visit.correct', { id, patch: { personId, person: right }, reason: '录错' }, CLERK);
    expect(corrected.people.map(({ name }) => name)).toEqual(['李秀兰', '王建国']);
    expect(await desk.request('identity.lookup', GUO, CLERK)).toBeNull();
    expect(await desk.request('identity.lookup', right, CLERK)).toMatchObject({ visitCount: 1 });
  });

  it('somebody who is no longer of this visit is not corrected', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, GROUP);
    const other = await register(desk);
    const personId = (await desk.request('visit.get', { id: other.visitId }, CLERK)).personId;
    const nobody = `${personId.slice(0, -1)}${personId.endsWith('0') ? '1' : '0'}`;
    const answer = await desk.try('visit.correct', { id, patch: { personId: nobody, person: { name: '甲' } }, reason: '改' }, CLERK);
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('a representative chosen later', () => {
  it('comes out of the others: nobody more is in the hall, the letter names them, the history tells it', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, { heads: 3, others: 2, people: [LAN] });
    expect(await add(desk, id, 1, '早到')).toMatchObject({ ok: false, error: { message: expect.stringContaining('只有集体访') } });
    await act(desk, id, { act: 'arrive', heads: 4, othersAreaId: 'r1' });
    const before = await hallNow(desk);
    expect(await add(desk, id, 2, '周到')).toMatchObject({ ok: true, value: { others: 5, heads: 7 } });
    expect(await hallNow(desk)).toEqual(before);
    const { names, opening } = await letter(desk, id);
    expect(names).toEqual(['李秀兰', '周到']);
    expect(opening).toContain('推选以下 2 人');
    const [latest] = await desk.request('visit.history', { id }, CLERK);
    expect(latest).toMatchObject({ action: '增加代表', reason: '大家推选', staffName: '赵登记' });
    expect(latest?.changes).toEqual(
      expect.arrayContaining([
        { field: '其他人数', before: '6', after: '5' },
        { field: '代表 2 姓名', before: '', after: '周到' },
      ]),
    );
    expect(await desk.request('identity.lookup', person(2, '周到'), CLERK)).toMatchObject({ visitCount: 1, matters: [{}] });
    // The arrival is not taken back over it: its number of others would come back.
    expect(await refusal(desk, id, { act: 'undo' })).toContain('没有可以撤回');
  });

  it('is refused beyond the fifth, twice, or without what a registration asks for', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, GROUP);
    const again = await desk.try('visit.addRepresentative', { id, person: GUO, reason: '推选' }, CLERK);
    expect(again).toMatchObject({ ok: false, error: { fields: { 'person.docNumber': expect.stringContaining('相同') } } });
    const nameless = await desk.try('visit.addRepresentative', { id, person: person(3, ''), reason: '推选' }, CLERK);
    expect(nameless).toMatchObject({ ok: false, error: { fields: { 'person.name': '请填写姓名' } } });
    for (const n of [3, 4, 5]) expect(await add(desk, id, n, `代表${n}`)).toMatchObject({ ok: true });
    expect(await add(desk, id, 6, '第六')).toMatchObject({ ok: false, error: { message: expect.stringContaining('最多 5 名') } });
    expect((await letter(desk, id)).names).toHaveLength(5);
  });
});

describe('who leaves before the others', () => {
  it('is missing on the evacuation list by name, in the history, and cannot be split off', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, GROUP);
    const [, second] = (await desk.request('visit.get', { id }, CLERK)).people;
    const personId = second?.id ?? '';
    await act(desk, id, { act: 'depart', heads: 2, personIds: [personId] });
    const names = async () =>
      (await desk.request('evacuation.list', {}, CLERK)).places.flatMap(({ entries }) => entries.flatMap((entry) => entry.names));
    expect(await names()).toEqual(['李秀兰']);
    expect(await hallNow(desk)).toMatchObject({ inHall: 7, leftEarly: 2 });
    const [latest] = await desk.request('visit.history', { id }, CLERK);
    expect(latest?.changes).toContainEqual({ field: '先行离开的代表', before: '', after: '王建国' });
    expect(await desk.request('visit.get', { id }, CLERK)).toMatchObject({ goneIds: [personId] });
    const split = await desk.try('visit.split', { id, personIds: [personId], others: 1, reason: '诉求不同' }, CLERK);
    expect(split).toMatchObject({ ok: false, error: { message: expect.stringContaining('已先行离开') } });
    // Corrected to another person, it is that person who left.
    await desk.request('visit.correct', { id, patch: { personId, person: person(8, '王建国') }, reason: '录错' }, CLERK);
    expect(await names()).toEqual(['李秀兰']);
  });

  it('taken back they are there again', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, GROUP);
    const { personId } = await desk.request('visit.get', { id }, CLERK);
    await act(desk, id, { act: 'depart', heads: 1, personIds: [personId] });
    await act(desk, id, { act: 'undo' });
    expect(await desk.request('visit.get', { id }, CLERK)).toMatchObject({ goneIds: [] });
    const list = await desk.request('evacuation.list', {}, CLERK);
    expect(list.places.flatMap(({ entries }) => entries.flatMap((entry) => entry.names))).toEqual(['李秀兰', '王建国']);
  });
});
