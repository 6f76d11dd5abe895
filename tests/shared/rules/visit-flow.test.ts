import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowAct, FlowActName } from '../../../shared/domain/hall';
import type { VisitState } from '../../../shared/domain/visit';
import { addTotals, type DayTotals, NO_TOTALS, totalsDelta } from '../../../shared/rules/day-totals';
import { evacuationList } from '../../../shared/rules/evacuation';
import { headsByState, isCurrent, presencesOf } from '../../../shared/rules/presence';
import { applyAct, mayAct, presentOf, type VisitFlow } from '../../../shared/rules/visit-flow';
import { context, flow, NOW } from './flow-facts';

const does = (before: VisitFlow, act: FlowAct, more = {}): VisitFlow => {
  const result = applyAct(before, act, context(more));
  if (!result.ok) throw new Error(result.message);
  return { ...before, ...result.fields };
};
const refused = (before: VisitFlow, act: FlowAct, more = {}): string => {
  const result = applyAct(before, act, context(more));
  return result.ok ? '' : result.message;
};

describe('the way of a visit through the hall', () => {
  it('goes from the card to its return, each step with its time', () => {
    const guided = does(flow(), { act: 'guide', areaId: 'waiting', guideId: 'guide' });
    expect(guided).toMatchObject({ state: 'waiting', waitingSince: NOW, guideId: 'guide' });
    const called = does(guided, { act: 'call', roomId: 'room-1' }, { at: NOW + 1 });
    expect(called).toMatchObject({ state: 'waiting', roomId: 'room-1', calledAt: NOW + 1, calls: 1, waitingSince: NOW });
    const inside = does(called, { act: 'enter', roomId: '' }, { at: NOW + 2 });
    expect(inside).toMatchObject({ state: 'interview', roomId: 'room-1', startedAt: NOW + 2, calledAt: null });
    const ended = does(inside, { act: 'end' });
    expect(ended.state).toBe('ended');
    expect(does(ended, { act: 'return' })).toMatchObject({ state: 'returned', returnedAt: NOW, leftEarly: false });
  });

  it.each<[string, Partial<VisitFlow>, FlowAct, object, RegExp]>([
    ['a card while they are talked with', { state: 'interview' }, { act: 'return' }, {}, /先结束接谈/],
    ['a card given back twice', { state: 'returned' }, { act: 'return' }, {}, /已经交还/],
    ['a card while things are held', { state: 'ended' }, { act: 'return' }, { heldItems: 2 }, /2 件寄存物品/],
    ['a lost card while things are held', { state: 'ended' }, { act: 'lose', present: false }, { heldItems: 1 }, /寄存物品/],
    ['a second interview in a room', { state: 'waiting' }, { act: 'call', roomId: 'room-1' }, { occupant: () => 'A003' }, /A003/],
    ['a room that is not there', { state: 'waiting' }, { act: 'enter', roomId: 'room-9' }, {}, /选择接访室/],
    ['an area that is not there', {}, { act: 'guide', areaId: '', guideId: '' }, {}, /区域/],
    ['a recall without a call', { state: 'waiting' }, { act: 'recall' }, {}, /还没有叫过号/],
    ['absent without a call', { state: 'waiting' }, { act: 'absent' }, {}, /还没有叫过号/],
    ['all of them leaving early', { heads: 3, others: 2 }, { act: 'depart', heads: 3, personIds: [] }, {}, /请用「交还」/],
    ['somebody leaving who did not come', { heads: 3, others: 2 }, { act: 'depart', heads: 1, personIds: ['x'] }, {}, /不在这一批/],
    [
      'somebody leaving twice',
      { heads: 9, others: 7, left: 1, goneIds: ['p1'] },
      { act: 'depart', heads: 1, personIds: ['p1'] },
      {},
      /已登记先行离开/,
    ],
    ['more names than heads', { heads: 9, others: 7 }, { act: 'depart', heads: 1, personIds: ['p0', 'p1'] }, {}, /不少于 2 人/],
    ['more at the roll-call than came', { heads: 8, others: 7 }, { act: 'roll-call', present: 9 }, {}, /新到/],
    ['finding a card that was not lost', { state: 'waiting' }, { act: 'find' }, {}, /没有登记遗失/],
    ['anything with a void card', { state: 'void' }, { act: 'call', roomId: 'room-1' }, {}, /作废/],
    ['an end without an interview', { state: 'waiting' }, { act: 'end' }, {}, /等候/],
    ['taking back what was not done', {}, { act: 'undo' }, {}, /没有可以撤回/],
    ['taking back yesterday', { undo: { state: 'issued' }, state: 'waiting' }, { act: 'undo' }, { sameDay: () => false }, /当天/],
    [
      'taking back into a room that is taken',
      { undo: { state: 'interview' }, roomId: 'room-1', state: 'ended' },
      { act: 'undo' },
      { occupant: () => 'B002' },
      /B002/,
    ],
  ])('refuses %s and says why', (_what, before, act, more, sentence) => {
    expect(refused(flow(before), act, more)).toMatch(sentence);
  });

  it('keeps the place in the queue when guided elsewhere, and gives it up when absent', () => {
    const waiting = does(flow(), { act: 'guide', areaId: 'waiting', guideId: '' });
    const moved = does(waiting, { act: 'transfer', areaId: 'rest', roomId: '' }, { at: NOW + 9 });
    expect(moved).toMatchObject({ areaId: 'rest', waitingSince: NOW });
    const absent = does(does(moved, { act: 'call', roomId: 'room-1' }), { act: 'absent' }, { at: NOW + 10 });
    expect(absent).toMatchObject({ calledAt: null, roomId: '', absentAt: NOW + 10 });
    expect(does(absent, { act: 'call', roomId: 'room-2' })).toMatchObject({ absentAt: null, calls: 2 });
  });

  it('a lost card: the person stays until they leave; found again it is given back', () => {
    const lost = does(flow({ state: 'waiting' }), { act: 'lose', present: true });
    expect([lost.state, lost.cardLostAt]).toEqual(['waiting', NOW]);
    expect(does(lost, { act: 'find' }).cardLostAt).toBeNull();
    const gone = does(lost, { act: 'lose', present: false });
    expect([gone.state, presentOf(gone), gone.leftEarly]).toEqual(['lost', 0, true]);
    expect(does(gone, { act: 'find' })).toMatchObject({ state: 'returned', cardLostAt: null });
  });

  it('a visit that grows to five becomes a collective one, and needs a place for the others', () => {
    expect(refused(flow({ heads: 3, others: 2 }), { act: 'arrive', heads: 2, othersAreaId: '' })).toMatch(/休息区/);
    const grown = does(flow({ heads: 3, others: 2 }), { act: 'arrive', heads: 2, othersAreaId: 'rest' });
    expect(grown).toMatchObject({ kind: 'collective', heads: 5, others: 4, othersAreaId: 'rest' });
  });

  it('every act can be taken back once, and then all is as it was', () => {
    const before = does(flow({ heads: 6, others: 5, kind: 'collective', othersAreaId: 'rest' }), {
      act: 'guide',
      areaId: 'waiting',
      guideId: '',
    });
    const acts: FlowAct[] = [
      { act: 'call', roomId: 'room-1' },
      { act: 'enter', roomId: 'room-2' },
      { act: 'return' },
      { act: 'lose', present: false },
      { act: 'depart', heads: 2, personIds: [] },
      { act: 'depart', heads: 2, personIds: ['p0'] },
      { act: 'arrive', heads: 2, othersAreaId: '' },
      { act: 'transfer', areaId: 'rest', roomId: '' },
    ];
    for (const act of acts) {
      const back = does(does(before, act), { act: 'undo' });
      expect({ ...back, undo: 0, movedAt: 0 }, act.act).toEqual({ ...before, undo: 0, movedAt: 0 });
      expect(back.undo).toBeNull();
    }
  });
});

const anyAct: fc.Arbitrary<FlowAct> = fc.oneof(
  fc.record({ act: fc.constant('guide' as const), areaId: fc.constantFrom('waiting', 'rest', 'none'), guideId: fc.constant('') }),
  fc.record({ act: fc.constant('call' as const), roomId: fc.constantFrom('room-1', 'room-2', 'none') }),
  fc.constantFrom<FlowAct>({ act: 'recall' }, { act: 'absent' }, { act: 'end' }, { act: 'return' }, { act: 'find' }, { act: 'undo' }),
  fc.record({ act: fc.constant('enter' as const), roomId: fc.constantFrom('', 'room-1', 'room-2') }),
  fc.record({ act: fc.constant('lose' as const), present: fc.boolean() }),
  fc.record({ act: fc.constant('transfer' as const), areaId: fc.constantFrom('', 'rest'), roomId: fc.constantFrom('', 'room-2') }),
  fc.record({
    act: fc.constant('depart' as const),
    heads: fc.integer({ min: 1, max: 9 }),
    personIds: fc.uniqueArray(fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4'), { maxLength: 3 }),
  }),
  fc.record({ act: fc.constant('arrive' as const), heads: fc.integer({ min: 1, max: 9 }), othersAreaId: fc.constantFrom('', 'rest') }),
  fc.record({ act: fc.constant('roll-call' as const), present: fc.integer({ min: 0, max: 20 }) }),
);
const anyVisit = fc
  .integer({ min: 1, max: 20 })
  .chain((heads) =>
    fc
      .integer({ min: 1, max: heads >= 5 ? Math.min(5, heads) : 1 })
      .map((named) =>
        flow(heads >= 5 ? { kind: 'collective', heads, others: heads - named, othersAreaId: 'rest' } : { heads, others: heads - named }),
      ),
  );
const HALL = {
  desks: [],
  areas: [
    { id: 'waiting', name: '等候区', kind: 'waiting' as const },
    { id: 'rest', name: '休息区', kind: 'rest' as const },
  ],
  rooms: [
    { id: 'room-1', name: '第一接访室', wheelchair: false },
    { id: 'room-2', name: '第二接访室', wheelchair: false },
  ],
};

describe('everybody in the hall is in exactly one state and one place', () => {
  it('whatever is done in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(anyVisit, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), anyAct), { maxLength: 60 }),
        (begun, acts) => {
          const visits = [...begun];
          let totals = visits.map((visit) => totalsDelta(null, visit)).reduce(addTotals, NO_TOTALS);
          let came = visits.reduce((sum, visit) => sum + visit.heads, 0);
          for (const [which, act] of acts) {
            const i = which % visits.length;
            const before = visits[i] as VisitFlow;
            const occupant = (room: string) =>
              visits.some((v, k) => k !== i && v.state === 'interview' && v.roomId === room) ? 'A001' : null;
            const result = applyAct(
              before,
              act,
              context({ occupant, isNamed: (id) => Number(id.slice(1)) < before.heads - before.others }),
            );
            if (!result.ok) continue;
            const after = { ...before, ...result.fields };
            visits[i] = after;
            totals = addTotals(totals, totalsDelta(before, after));
            came += after.heads - before.heads;
            check(visits, totals, came);
          }
        },
      ),
    );
  });

  function check(visits: readonly VisitFlow[], totals: DayTotals, came: number): void {
    const present = visits.reduce((sum, visit) => sum + presentOf(visit), 0);
    const { issued, waiting, interview, ended, inHall, heads, returned, lost, leftEarly } = totals;
    expect(issued + waiting + interview + ended).toBe(inHall);
    expect(inHall).toBe(present);
    expect([heads, inHall + returned + lost + leftEarly]).toEqual([came, came]);
    for (const visit of visits) {
      const states = headsByState(visit);
      expect(states.issued + states.waiting + states.interview + states.ended).toBe(presentOf(visit));
      expect(presencesOf(visit).every(({ named, unnamed }) => named >= 0 && unnamed >= 0 && named + unnamed > 0)).toBe(true);
    }
    const facts = visits.map((visit, i) => ({
      ...visit,
      id: String(i),
      queueNumber: `A00${i}`,
      people: ['甲', '乙', '丙', '丁', '戊'].map((name, n) => ({ id: `p${n}`, name })).slice(0, visit.heads - visit.others),
      needs: [],
      earlier: false,
    }));
    const list = evacuationList(facts, HALL, NOW);
    expect(list.total).toBe(present);
    for (const place of list.places) {
      expect(place.heads).toBe(place.entries.reduce((sum, entry) => sum + entry.heads, 0));
      for (const entry of place.entries) expect(entry.names.length + entry.unnamed).toBe(entry.heads);
    }
    // One room, one interview.
    const rooms = visits.filter((visit) => visit.state === 'interview').map((visit) => visit.roomId);
    expect(new Set(rooms).size).toBe(rooms.length);
  }

  it('an act that the screen offers is possible from that state', () => {
    fc.assert(
      fc.property(
        anyAct,
        fc.constantFrom<VisitState>('issued', 'waiting', 'interview', 'ended', 'returned', 'lost', 'void'),
        (act, state) => {
          if (mayAct(act.act as FlowActName, flow({ state }))) expect(refused(flow({ state }), act)).not.toMatch(/现在是「/);
        },
      ),
    );
  });
});

describe('the others of a collective visit', () => {
  const group = flow({ kind: 'collective', heads: 12, others: 8, othersAreaId: 'rest', state: 'interview', roomId: 'room-1' });

  it('wait in their area while the representatives are in the room', () => {
    expect(presencesOf(group)).toEqual([
      { state: 'interview', place: { kind: 'room', id: 'room-1' }, named: 4, unnamed: 0 },
      { state: 'waiting', place: { kind: 'area', id: 'rest' }, named: 0, unnamed: 8 },
    ]);
  });
  it('are the first that early leaving is counted from', () => {
    expect(headsByState({ ...group, left: 8 })).toEqual({ issued: 0, waiting: 0, interview: 4, ended: 0 });
    expect(headsByState({ ...group, left: 10 })).toEqual({ issued: 0, waiting: 0, interview: 2, ended: 0 });
  });
  it('those who were named as they left are missing by name, the others by number', () => {
    const left = does(group, { act: 'depart', heads: 3, personIds: ['p1'] });
    expect(presencesOf(left).map(({ named, unnamed }) => [named, unnamed])).toEqual([
      [3, 0],
      [0, 6],
    ]);
    const people = ['甲', '乙', '丙', '丁'].map((name, n) => ({ id: `p${n}`, name }));
    const list = evacuationList([{ ...left, id: 'v', queueNumber: 'A001', people, needs: [], earlier: false }], HALL, NOW);
    expect(list.places.flatMap(({ entries }) => entries.flatMap(({ names }) => names))).toEqual(['甲', '丙', '丁']);
    expect(list.total).toBe(9);
  });
  it('a companion of an individual visitor goes into the room with them', () => {
    expect(presencesOf(flow({ heads: 3, others: 2, state: 'interview', roomId: 'room-2' }))).toEqual([
      { state: 'interview', place: { kind: 'room', id: 'room-2' }, named: 1, unnamed: 2 },
    ]);
  });
});

describe('a card of an earlier day', () => {
  const visit = { state: 'waiting' as const, date: '2026-11-22', registeredAt: NOW - 20 * 3_600_000, movedAt: 0 };
  it.each([
    ['today', { ...visit, date: '2026-11-23' }, true],
    ['yesterday morning', visit, false],
    ['moved two hours ago, across midnight', { ...visit, movedAt: NOW - 2 * 3_600_000 }, true],
  ])('%s', (_what, facts, current) => expect(isCurrent(facts, NOW, '2026-11-23')).toBe(current));
});
