import { beforeEach, describe, expect, it } from 'vitest';
import { callerIn, judgeCall, noteOwnAct, type OwnCall, settleCalls, useOwnCalls } from '../../renderer/queue/own-calls';
import type { FlowAct, QueueRow } from '../../shared/domain/hall';
import type { HistoryEntry } from '../../shared/domain/visit';

const HERE = 'room-1';
const THERE = 'room-2';
const call = (calledAt: number | null): OwnCall => ({ visitId: 'v', queueNumber: 'A003', roomId: HERE, calledAt });
type Row = Pick<QueueRow, 'state' | 'roomId' | 'calledAt'>;
const row = (state: Row['state'], roomId: string, calledAt: number | null): Row => ({ state, roomId, calledAt });

describe('a call made here', () => {
  it.each<[string, OwnCall, Row | undefined, ReturnType<typeof judgeCall>]>([
    ['is awaited while the list is a moment behind', call(null), row('waiting', '', null), call(null)],
    ['is awaited while the list still shows where they were called before', call(null), row('waiting', THERE, 50), call(null)],
    ['is taken over with its moment', call(null), row('waiting', HERE, 100), call(100)],
    ['stands when it is called again to the same room', call(100), row('waiting', HERE, 130), call(130)],
    ['is over when they have come in', call(100), row('interview', HERE, null), null],
    ['is over when they did not come', call(100), row('waiting', '', null), null],
    ['is over when they have left', call(100), undefined, null],
    ['is over when their talk has ended', call(100), row('ended', THERE, null), null],
    ['is lost to a later one', call(100), row('waiting', THERE, 130), { ...call(100), otherRoomId: THERE, how: 'later' }],
    ['is lost to an earlier one', call(100), row('waiting', THERE, 70), { ...call(100), otherRoomId: THERE, how: 'earlier' }],
    [
      'is lost to an earlier one to the same room',
      call(100),
      row('waiting', HERE, 70),
      { ...call(100), otherRoomId: HERE, how: 'earlier' },
    ],
    ['is lost when they sit elsewhere', call(100), row('interview', THERE, null), { ...call(100), otherRoomId: THERE, how: 'talking' }],
  ])('%s', (_what, mine, now, judged) => expect(judgeCall(mine, now)).toEqual(judged));
});

it('a call of which the list says nothing new is the same call: the screen would settle it for ever', () => {
  const mine = call(100);
  expect(judgeCall(mine, row('waiting', HERE, 100))).toBe(mine);
});

describe('what this desk does', () => {
  const visit = { id: 'v', queueNumber: 'A003' };
  const list = (state: Row['state'], roomId: string, calledAt: number | null): QueueRow[] => [
    { id: 'v', queueNumber: 'A003', ...row(state, roomId, calledAt) } as QueueRow,
  ];
  const lost = (): string[] => useOwnCalls.getState().lost.map(({ queueNumber, how }) => `${queueNumber} ${how}`);
  beforeEach(() => useOwnCalls.setState({ mine: [], lost: [] }));

  it('is told when another desk calls the same visitor elsewhere, once', () => {
    noteOwnAct(visit, { act: 'call', roomId: HERE });
    settleCalls(list('waiting', HERE, 100));
    settleCalls(list('waiting', THERE, 120));
    settleCalls(list('waiting', THERE, 140));
    expect(lost()).toEqual(['A003 later']);
    useOwnCalls.getState().dismiss('v');
    settleCalls(list('waiting', THERE, 160));
    expect(lost()).toEqual([]);
  });
  it.each<[string, FlowAct, QueueRow[]]>([
    ['a talk begun in another room', { act: 'enter', roomId: THERE }, list('interview', THERE, null)],
    ['a call to another room', { act: 'call', roomId: THERE }, list('waiting', THERE, 120)],
    ['a transfer to another room', { act: 'transfer', areaId: '', roomId: THERE }, list('waiting', THERE, 120)],
    ['what was taken back', { act: 'undo' }, list('waiting', THERE, 50)],
  ])('is no conflict with itself: %s', (_what, act, after) => {
    noteOwnAct(visit, { act: 'call', roomId: HERE });
    settleCalls(list('waiting', HERE, 100));
    noteOwnAct(visit, act);
    settleCalls(list('waiting', HERE, 100));
    settleCalls(after);
    expect(lost()).toEqual([]);
  });
  it.each<FlowAct>([{ act: 'recall' }, { act: 'roll-call', present: 2 }, { act: 'transfer', areaId: 'rest', roomId: '' }])(
    'forgets no call over %o',
    (act) => {
      noteOwnAct(visit, { act: 'call', roomId: HERE });
      settleCalls(list('waiting', HERE, 100));
      noteOwnAct(visit, act);
      settleCalls(list('waiting', THERE, 120));
      expect(lost()).toEqual(['A003 later']);
    },
  );
  it('takes the notice away when the visitor is called here anew', () => {
    noteOwnAct(visit, { act: 'call', roomId: HERE });
    settleCalls(list('waiting', HERE, 100));
    settleCalls(list('waiting', THERE, 120));
    noteOwnAct(visit, { act: 'call', roomId: HERE });
    expect(lost()).toEqual([]);
  });
});

describe('which desk called', () => {
  const entry = (at: number, deskCode: string, action: string): HistoryEntry => ({
    at,
    deskCode,
    action,
    staffName: '',
    reason: '',
    changes: [],
  });
  it.each<[string, HistoryEntry[], string]>([
    ['nobody is known', [entry(1, '01', '叫号')], ''],
    ['the other desk', [entry(1, '02', '登记来访'), entry(2, '01', '叫号'), entry(3, '02', '叫号')], '02'],
    ['the last of two others', [entry(4, '03', '转移'), entry(3, '02', '叫号')], '03'],
    ['the one that began the talk', [entry(3, '02', '开始接谈')], '02'],
  ])('%s', (_what, history, code) => expect(callerIn(history, '01')).toBe(code));
});
