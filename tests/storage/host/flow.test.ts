import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { CLERK, Desk, GUO, LAN, newDesk, register } from './desk';
import { act, guide, hallNow, now, queue, refusal, rowOf } from './hall';
import { begin, end, tryBegin } from './talk';

const GROUP = { kind: 'collective' as const, people: [LAN, GUO], heads: 9, others: 7, othersAreaId: 'r1' };

describe('a visit on its way through the hall', () => {
  it('is counted in one state after the other, and its history tells who did what', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    expect(await hallNow(desk)).toMatchObject({ inHall: 1, byState: { issued: 1, waiting: 0, interview: 0, ended: 0 }, cardsOut: 1 });
    await act(desk, visitId, guide);
    await act(desk, visitId, { act: 'call', roomId: 'room-1' });
    expect(await rowOf(desk, visitId)).toMatchObject({ state: 'waiting', roomId: 'room-1', calls: 1, nameMasked: '李**', canUndo: true });
    const interviewId = await begin(desk, visitId, 'room-1', { from: 'waiting' });
    expect((await hallNow(desk)).byState).toEqual({ issued: 0, waiting: 0, interview: 1, ended: 0 });
    await end(desk, interviewId);
    await act(desk, visitId, { act: 'return' });
    expect(await hallNow(desk)).toMatchObject({ inHall: 0, returned: 1, cardsOut: 0, heads: 1 });
    expect(await queue(desk)).toEqual([]);
    const history = await desk.request('visit.history', { id: visitId }, CLERK);
    expect(history.map((entry) => entry.action)).toEqual(['交还', '结束接谈', '开始接谈', '叫号', '引导等候', '登记来访']);
    expect(history[0]?.changes).toContainEqual({ field: '状态', before: '已结束', after: '已交还' });
  });

  it('one room holds one interview, also against a call', async () => {
    const desk = await newDesk();
    const first = await register(desk);
    const second = await register(desk, { people: [GUO] });
    const firstTalk = await begin(desk, first.visitId, 'room-1');
    expect(await refusal(desk, second.visitId, { act: 'call', roomId: 'room-1' })).toContain('A001');
    await begin(desk, second.visitId, 'room-2');
    await end(desk, firstTalk);
    await act(desk, second.visitId, { act: 'transfer', areaId: '', roomId: 'room-1' });
    expect((await rowOf(desk, second.visitId)).roomId).toBe('room-1');
  });

  it('a talk that goes on past midnight holds its room', async () => {
    const desk = await newDesk();
    const first = await register(desk);
    await begin(desk, first.visitId, 'room-1');
    desk.kill();
    desk.disk.clockOffsetMs = 30 * 3_600_000;
    const later = new Desk(desk.disk);
    await later.open();
    const second = await register(later, { people: [GUO] });
    expect(await refusal(later, second.visitId, { act: 'call', roomId: 'room-1' })).toContain('A001');
    expect(await tryBegin(later, second.visitId, 'room-1')).toMatchObject({ ok: false });
    await act(later, second.visitId, { act: 'call', roomId: 'room-2' });
  });

  it('a transfer is not taken back into a room where somebody else sits by now', async () => {
    const desk = await newDesk();
    const first = await register(desk);
    const second = await register(desk, { people: [GUO] });
    await begin(desk, first.visitId, 'room-1');
    await act(desk, first.visitId, { act: 'transfer', areaId: '', roomId: 'room-2' });
    await begin(desk, second.visitId, 'room-1');
    expect(await refusal(desk, first.visitId, { act: 'undo' })).toContain('A002');
    expect((await queue(desk)).map(({ roomId }) => roomId).sort()).toEqual(['room-1', 'room-2']);
  });

  it('an act on a state that somebody else has just changed changes nothing', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await act(desk, visitId, guide);
    const late = await desk.try('visit.act', { id: visitId, from: 'issued', act: { act: 'return' } }, CLERK);
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await rowOf(desk, visitId)).state).toBe('waiting');
  });

  it('what is held must be given back before the card is', async () => {
    const desk = await newDesk();
    const { visitId, number } = await register(desk);
    const item = { visitId, name: '打火机', count: 2, feature: '红色，印字', consent: true as const };
    const { id, receiptNo } = await desk.request('item.deposit', item, CLERK);
    expect(receiptNo).toBe(`J${number}-1`);
    await act(desk, visitId, guide);
    expect((await rowOf(desk, visitId)).heldItems).toBe(1);
    expect(await refusal(desk, visitId, { act: 'return' })).toContain('1 件寄存物品');
    expect(await desk.try('visit.void', { id: visitId, reason: '录错' }, CLERK)).toMatchObject({ ok: false });
    await desk.request('item.settle', { id, how: 'returned', takenBy: '李秀兰' }, CLERK);
    expect(await desk.try('item.settle', { id, how: 'returned', takenBy: '李秀兰' }, CLERK)).toMatchObject({ error: { code: 'conflict' } });
    await act(desk, visitId, { act: 'return' });
    const { items } = await desk.request('item.ofVisit', { visitId }, CLERK);
    expect(items).toMatchObject([{ state: 'returned', takenBy: '李秀兰', settledByName: '赵登记', feature: '红色，印字' }]);
  });

  it('without consent nothing is searched, and nothing can have been found', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const checked = { visitId, consent: false, note: '不同意开包，已说明须知' };
    expect(await desk.try('item.check', { ...checked, finding: 'ordinary' }, CLERK)).toMatchObject({ ok: false });
    await desk.request('item.check', { ...checked, finding: 'nothing' }, CLERK);
    expect((await desk.request('item.ofVisit', { visitId }, CLERK)).checks).toMatchObject([{ consent: false, staffName: '赵登记' }]);
  });

  it('a lost card stays out until it is found; its holder is not in the hall any more', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await act(desk, visitId, { act: 'lose', present: true });
    expect(await hallNow(desk)).toMatchObject({ inHall: 1, cardsOut: 1 });
    await act(desk, visitId, { act: 'lose', present: false });
    expect(await hallNow(desk)).toMatchObject({ inHall: 0, lost: 1, cardsOut: 1 });
    expect((await now<unknown[]>(desk, 'queue.lost')).length).toBe(1);
    await act(desk, visitId, { act: 'find' });
    expect(await hallNow(desk)).toMatchObject({ inHall: 0, lost: 0, returned: 1, cardsOut: 0 });
  });

  it('a card is known by its number and by its code; half a code is nobody', async () => {
    const desk = await newDesk();
    const { visitId, number } = await register(desk);
    const by = async (scanned: string) => (await desk.request('visit.byCard', { scanned }, CLERK))?.id ?? null;
    const [job] = await desk.internal('internal.print.open', null);
    const qr = job?.content.kind === 'card' ? job.content.model.codes.qr : '';
    expect(await by(number)).toBe(visitId);
    expect(await by('a001')).toBe(visitId);
    expect(await by('A002')).toBeNull();
    expect(await by(` ${qr}\n`)).toBe(visitId);
    expect(await by(qr.toUpperCase())).toBe(visitId);
    expect(await by(qr.toLowerCase())).toBe(visitId);
    expect(await by(qr.slice(0, 30))).toBeNull();
    expect(await by('XF1|990001|01890a5d-ac96-774b-bcce-b302099a8057|00000000')).toBeNull();
  });
});

describe('a collective visit', () => {
  it('stands in one row, its representatives in the room and the others in their area', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, GROUP);
    await act(desk, visitId, guide);
    await act(desk, visitId, { act: 'roll-call', present: 8 });
    expect(await rowOf(desk, visitId)).toMatchObject({ heads: 9, present: 9, named: 2, rollPresent: 8 });
    await begin(desk, visitId, 'room-1', { from: 'waiting' });
    expect((await hallNow(desk)).byState).toEqual({ issued: 0, waiting: 7, interview: 2, ended: 0 });
    const list = await desk.request('evacuation.list', {}, CLERK);
    expect(list).toMatchObject({ total: 9, unnamed: 7 });
    expect(list.places.map(({ name, heads }) => [name, heads])).toEqual([
      ['休息区', 7],
      ['第一接访室', 2],
    ]);
    expect(list.places[1]?.entries[0]?.names).toEqual(['李秀兰', '王建国']);
  });

  it('is split among those still here, and counted anew', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, { ...GROUP, heads: 10, others: 8 });
    await act(desk, visitId, { act: 'roll-call', present: 9 });
    await act(desk, visitId, { act: 'depart', heads: 6, personIds: [] });
    const { people } = await desk.request('visit.get', { id: visitId }, CLERK);
    const split = { id: visitId, personIds: [people[1]?.id ?? ''], reason: '分开' };
    expect(await desk.try('visit.split', { ...split, others: 3 }, CLERK)).toMatchObject({
      ok: false,
      error: { fields: { others: expect.stringContaining('现在场 2 人') } },
    });
    await desk.request('visit.split', { ...split, others: 1 }, CLERK);
    expect(await rowOf(desk, visitId)).toMatchObject({ present: 2, named: 1, rollAt: null, rollPresent: 0 });
    const list = await desk.request('evacuation.list', {}, CLERK);
    expect(list.places.flatMap(({ entries }) => entries.flatMap(({ names }) => names)).sort()).toEqual(['李秀兰', '王建国']);
  });

  it('grows, shrinks and splits without anybody being lost or counted twice', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, GROUP);
    await act(desk, visitId, { act: 'arrive', heads: 3, othersAreaId: '' });
    await act(desk, visitId, { act: 'depart', heads: 2, personIds: [] });
    expect(await hallNow(desk)).toMatchObject({ heads: 12, inHall: 10, leftEarly: 2, visits: 1 });
    const { people } = await desk.request('visit.get', { id: visitId }, CLERK);
    const second = await desk.request(
      'visit.split',
      { id: visitId, personIds: [people[1]?.id ?? ''], others: 3, reason: '诉求不同' },
      CLERK,
    );
    expect(second.queueNumber).toBe('A002');
    expect(await hallNow(desk)).toMatchObject({ heads: 12, inHall: 10, leftEarly: 2, visits: 2 });
    expect(await rowOf(desk, visitId)).toMatchObject({ heads: 8, present: 6, named: 1 });
    expect(await rowOf(desk, second.visitId)).toMatchObject({ heads: 4, present: 4, named: 1, kind: 'individual' });
    const jobs = await desk.internal('internal.print.open', null);
    expect(jobs.map((job) => job.kind)).toEqual(['card', 'proxy-letter', 'card']);
    const known = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: GUO.docNumber }, CLERK);
    expect(known?.visits.map((row) => row.queueNumber)).toEqual(['A002']);
  });

  it.each([
    ['all its representatives', 2, 0],
    ['more others than there are', 1, 8],
    ['everybody', 1, 8],
  ])('is not split by taking %s', async (_what, named, others) => {
    const desk = await newDesk();
    const { visitId } = await register(desk, GROUP);
    const { people } = await desk.request('visit.get', { id: visitId }, CLERK);
    const personIds = people.slice(0, named).map((person) => person.id);
    expect(await desk.try('visit.split', { id: visitId, personIds, others, reason: '试' }, CLERK)).toMatchObject({ ok: false });
    expect(await hallNow(desk)).toMatchObject({ visits: 1, inHall: 9 });
  });
});

describe('the evacuation list', () => {
  it('goes before every card that waits, by masked names where nobody may see them', async () => {
    const desk = await newDesk();
    await register(desk);
    await register(desk, GROUP);
    const { heads } = await desk.internal('internal.print.evacuation', { printer: '卡片机', masked: true });
    expect(heads).toBe(10);
    const [first] = await desk.internal('internal.print.open', null);
    expect(first).toMatchObject({ kind: 'evacuation', label: expect.stringMatching(/^疏散名单 \d\d:\d\d$/) });
    const text = JSON.stringify(first?.content);
    expect(text).toContain('李**');
    expect(text).not.toContain('李秀兰');
  });

  it("a card of another day that nobody settled is not among today's people", async () => {
    const desk = await newDesk();
    await register(desk);
    desk.kill();
    desk.disk.clockOffsetMs = 30 * 3_600_000;
    const later = new Desk(desk.disk);
    await later.open();
    expect(await hallNow(later)).toMatchObject({ visits: 0, inHall: 0, earlier: 1 });
    expect(await later.request('evacuation.list', {}, CLERK)).toMatchObject({ total: 0, earlier: [{ queueNumber: 'A001', heads: 1 }] });
    const [row] = await queue(later);
    await act(later, row?.id ?? '', { act: 'return' });
    expect(await hallNow(later)).toMatchObject({ earlier: 0 });
  });
});

describe('the hall screen', () => {
  it('shows number, masked name and room of the called, of others the number alone', async () => {
    const desk = await newDesk();
    const first = await register(desk, { needs: ['ill'] });
    const second = await register(desk, { people: [GUO] });
    await act(desk, first.visitId, { act: 'call', roomId: 'room-1' });
    await act(desk, second.visitId, guide);
    const screen = await now<unknown>(desk, 'hall.screen');
    expect(screen).toMatchObject({
      calls: [{ queueNumber: 'A001', nameMasked: '李**', roomName: '第一接访室', calls: 1 }],
      next: ['A002'],
    });
    // An instant may hold any digits.
    const text = JSON.stringify(screen, (name, value) => (name === 'calledAt' ? 0 : value));
    for (const word of ['李秀兰', '王建国', '王', '1101', '138', '退休', 'ill', first.number]) expect(text).not.toContain(word);
  });
});
