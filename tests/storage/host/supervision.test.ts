import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { DisposalInput } from '../../../shared/domain/disposal';
import type { FollowUpKind, MatterFile } from '../../../shared/domain/follow-up';
import { addDays } from '../../../shared/rules/time';
import { actor, CLERK, Desk, Disk, newDesk, register, staffIds } from './desk';
import { first } from './lives';
import { begin, end, fillFocus, TALKER } from './talk';

const KEEPER = actor(staffIds.admin, 'coordinator');
const TARGET = { name: '县人社局', address: '为民路 1 号', phone: '', basis: '' };
const DAY_MS = 86_400_000;

/** A talk with this result, recorded. */
async function talked(disposal: DisposalInput) {
  const desk = await newDesk({ disk: new Disk() });
  const { visitId } = await register(desk);
  const interviewId = await begin(desk, visitId, 'room-1');
  await fillFocus(desk, interviewId);
  await end(desk, interviewId, disposal);
  const { matterId } = await desk.request('visit.get', { id: visitId }, CLERK);
  return { desk, visitId, interviewId, matterId, today: (await desk.request('visit.get', { id: visitId }, CLERK)).date };
}
async function file(desk: Desk, matterId: string): Promise<MatterFile> {
  const found = await first(desk, 'supervision.matter', { matterId }, TALKER);
  if (!found) throw new Error('no such matter');
  return found;
}
const list = async (desk: Desk) => (await first(desk, 'supervision.list', {}, TALKER)).rows.map(({ code }) => code);
const add = (desk: Desk, matterId: string, kind: FollowUpKind, more: object = {}) => {
  const input = { matterId, kind, text: '内容', to: '社保科', method: '', number: 0, ...more };
  return desk.try('supervision.add', { requestId: uuid(), input: { day: '2020-01-01', ...input } }, TALKER);
};

/** Of the result, what was done after it, and how the matter ends. */
const ROUTES: [string, DisposalInput, [FollowUpKind, object?][], string][] = [
  [
    '待核实: investigated, told, fed back',
    { result: 'verify', department: '社保科' },
    [['investigated'], ['feedback', { method: '电话' }], ['informed', { method: '书面' }], ['closed']],
    'closed',
  ],
  ['待核实 that was settled otherwise', { result: 'verify', department: '社保科' }, [['closed', { text: '来访人撤回' }]], 'closed'],
  ['受理 with an opinion', { result: 'accepted', department: '社保科', acceptedOn: '2020-01-01' }, [['answered'], ['closed']], 'closed'],
  [
    '受理, extended in time',
    { result: 'accepted', department: '社保科', acceptedOn: '2020-01-01' },
    [['extended', { number: 30 }], ['answered'], ['closed']],
    'closed',
  ],
  ['转送, taken', { result: 'transferred', target: TARGET }, [['handed'], ['received'], ['closed']], 'closed'],
  ['转送, objected to, then closed', { result: 'transferred', target: TARGET }, [['handed'], ['objected'], ['closed']], 'closed'],
  [
    '交办, accepted by the unit',
    { result: 'assigned', target: TARGET },
    [['handed'], ['accepted', { method: '简易办理' }], ['answered'], ['closed']],
    'closed',
  ],
  [
    '待核实, then 复查 and 复核',
    { result: 'verify', department: '社保科' },
    [['accepted'], ['answered'], ['review-asked'], ['reviewed'], ['recheck-asked'], ['rechecked']],
    'final',
  ],
  ['an answer on the spot', { result: 'answered', answer: '按规定', noBasisReason: '常识' }, [['closed']], 'closed'],
  ['移送纪检监察', { result: 'discipline', target: TARGET }, [['closed']], 'closed'],
  [
    'a suggestion',
    { result: 'suggestion', answer: '已记录', department: '办公室' },
    [['informed', { method: '书面' }], ['closed']],
    'closed',
  ],
  ['broken off', { result: 'suspended', reason: '突发事件' }, [['closed']], 'closed'],
];

describe('every matter comes to its end', () => {
  it.each(ROUTES)('%s', async (_what, disposal, acts, state) => {
    const { desk, matterId } = await talked(disposal);
    for (const [kind, more] of acts) expect(await add(desk, matterId, kind, more), kind).toMatchObject({ ok: true });
    const matter = await file(desk, matterId);
    expect(matter.state).toBe(state);
    expect(await list(desk), 'nobody owes anything').toEqual([]);
    expect(matter.promises.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it.each([
    ['不予受理', { result: 'not-accepted', reason: '上级正在办理', article: '条例 19 条' }, 'closed'],
    ['不再受理', { result: 'concluded', decisionNo: '示信复核〔2026〕7 号', article: '条例 36 条' }, 'final'],
  ] as const)('%s in a second talk ends what the first promised', async (_what, disposal, state) => {
    const { desk, matterId } = await talked({ result: 'verify', department: '社保科' });
    const again = await register(desk, { matterId, repeatReason: '再次来访' } as never);
    const id = await begin(desk, again.visitId, 'room-2');
    await fillFocus(desk, id);
    await end(desk, id, disposal);
    const matter = await file(desk, matterId);
    expect(matter).toMatchObject({ state });
    expect(await list(desk)).toEqual([]);
    expect(matter.promises.map(({ state, voidReason }) => [state, voidReason])).toEqual(
      Array(3).fill(['void', state === 'final' ? '不再受理（已终结）' : '不予受理']),
    );
  });

  it('what was left open at 办结 says why it was not kept', async () => {
    const { desk, matterId } = await talked({ result: 'verify', department: '社保科' });
    expect(await add(desk, matterId, 'closed', { text: '' })).toMatchObject({ error: { fields: { 'input.text': expect.anything() } } });
    await add(desk, matterId, 'closed', { text: '来访人撤回' });
    expect((await file(desk, matterId)).promises[0]).toMatchObject({ state: 'void', voidReason: '办结：来访人撤回' });
  });
});

describe('the visitor’s right to ask', () => {
  it('is owed by nobody, outlives 办结, and may be used after it', async () => {
    const { desk, matterId } = await talked({ result: 'accepted', department: '社保科', acceptedOn: '2020-01-01' });
    const day = (await file(desk, matterId)).interviews[0]?.day ?? '';
    await add(desk, matterId, 'answered', { day });
    await add(desk, matterId, 'closed', { day });
    expect(await list(desk)).toEqual([]);
    expect((await file(desk, matterId)).promises.at(-1)).toMatchObject({ code: 'D7', state: 'right', due: addDays(day, 30) });
    expect(await add(desk, matterId, 'review-asked', { day })).toMatchObject({ ok: true, value: { started: ['D8'], kept: ['D7'] } });
    expect(await list(desk)).toEqual(['D8']);
  });

  it('lapses by itself, and the sound of a settled matter may then be destroyed', async () => {
    const disk = new Disk();
    const desk = await newDesk({ disk });
    const { visitId } = await register(desk);
    const interviewId = await begin(desk, visitId, 'room-1');
    const id = uuid();
    await desk.internal('internal.recording.begin', { id, interviewId, mime: 'audio/webm', name: '' }, staffIds.talker);
    const sound = { parts: 1, bytes: 10, durationMs: 1000, sha256: 'a'.repeat(64) };
    await desk.internal('internal.recording.finish', { id, ended: 'stopped', damaged: false, ...sound }, staffIds.talker);
    await fillFocus(desk, interviewId);
    await end(desk, interviewId, { result: 'verify', department: '社保科' });
    const { matterId, date } = await desk.request('visit.get', { id: visitId }, CLERK);
    await add(desk, matterId, 'answered', { day: date });
    await add(desk, matterId, 'closed', { day: date });
    const destroy = (at: Desk) => at.call('internal.recording.destroy', { id, reason: '期满', approverId: staffIds.clerk }, KEEPER);
    expect(await destroy(desk)).toMatchObject({ error: { message: expect.stringContaining('尚未办结') } });
    desk.kill();
    disk.clockOffsetMs = 3 * 366 * DAY_MS;
    const later = new Desk(disk);
    await later.open();
    expect((await file(later, matterId)).promises.at(-1)).toMatchObject({ code: 'D7', state: 'lapsed' });
    expect(await destroy(later)).toMatchObject({ ok: true });
  });
});

describe('once a period runs', () => {
  it('the same one is not started again', async () => {
    const { desk, matterId } = await talked({ result: 'accepted', department: '社保科', acceptedOn: '2020-01-01' });
    expect(await add(desk, matterId, 'accepted')).toMatchObject({
      error: { fields: { 'input.kind': expect.stringContaining('重复受理') } },
    });
  });

  it('the 5 working days of the unit begin with the day on which it has the matter', async () => {
    const { desk, matterId, today } = await talked({ result: 'transferred', target: TARGET });
    expect(await list(desk), 'not with the talk').toEqual([]);
    await add(desk, matterId, 'handed', { day: today, to: '县人社局' });
    expect((await file(desk, matterId)).promises).toMatchObject([{ code: 'D4', start: today, state: 'open' }]);
    expect(await list(desk)).toEqual(['D4']);
  });
});
