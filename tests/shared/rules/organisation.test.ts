import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../../shared/domain/emergency';
import { SEAT_KINDS, Seat } from '../../../shared/domain/organisation';
import { DEFAULT_CONTACTS } from '../../../shared/incidents/default-contacts';
import { checkOrganisation, editionOn, headless, inSeatOrder, seatName, seatsToday, withSeats } from '../../../shared/rules/organisation';
import { addDays } from '../../../shared/rules/time';

const TODAY = '2026-11-23';
const ZHOU = '0197f0c0-0000-7000-8000-000000000001';
const CHEN = '0197f0c0-0000-7000-8000-000000000002';
const seat = (over: Partial<Seat> = {}): Seat => Seat.parse({ key: 'k1', group: 'lead', kind: 'head', person: '组长甲', ...over });
const check = (seats: Seat[], from = TODAY) => checkOrganisation({ from, seats, note: '' }, TODAY);

describe('an organisation about to be saved', () => {
  it.each<[string, Seat[], string, string | undefined]>([
    ['with a head of the leading group', [seat()], TODAY, undefined],
    ['without anybody', [], TODAY, 'seats'],
    ['with a head of another group only', [seat({ group: 'security' })], TODAY, 'seats'],
    ['with a deputy only', [seat({ kind: 'deputy' })], TODAY, 'seats'],
    ['with a head who is nobody', [seat({ person: '' })], TODAY, 'seats.0.person'],
    ['with two heads of one group', [seat(), seat({ key: 'k2', person: '组长乙' })], TODAY, 'seats.1.kind'],
    ['with one person twice in a group', [seat(), seat({ key: 'k2', kind: 'member' })], TODAY, 'seats.1.person'],
    ['with one person in two groups', [seat(), seat({ key: 'k2', group: 'security' })], TODAY, undefined],
    ['whose head stands in for themselves', [seat({ staffId: ZHOU, deputyStaffId: ZHOU })], TODAY, 'seats.0.deputyPerson'],
    ['whose head stands in for themselves by name', [seat({ deputyPerson: '组长甲' })], TODAY, 'seats.0.deputyPerson'],
    ['from yesterday on', [seat()], addDays(TODAY, -1), 'from'],
    ['from a day that is none', [seat()], '2026-02-29', 'from'],
    ['from next month on', [seat()], '2026-12-23', undefined],
  ])('%s', (_what, seats, from, wrong) => {
    expect(Object.keys(check(seats, from))).toEqual(wrong === undefined ? [] : expect.arrayContaining([wrong]));
  });

  it('says what is missing in words', () => {
    expect(check([]).seats).toContain('须有组长');
    expect(check([seat()], '2026-11-22').from).toContain('照当时的名单保留');
  });
});

describe('the edition of a day', () => {
  const edition = fc.record({
    id: fc.uuid(),
    from: fc.integer({ min: 0, max: 60 }).map((n) => addDays(TODAY, n)),
    recordedAt: fc.integer({ min: 0, max: 5 }),
  });
  it('is the last that has begun, the same at every desk, and no later one changes an earlier day', () => {
    fc.assert(
      fc.property(fc.array(edition, { maxLength: 8 }), edition, fc.integer({ min: -5, max: 70 }), (editions, later, n) => {
        const day = addDays(TODAY, n);
        const found = editionOn(editions, day);
        const begun = editions.filter(({ from }) => from <= day);
        expect(found === null).toBe(begun.length === 0);
        if (found) expect(begun.every(({ from }) => from <= found.from)).toBe(true);
        expect(editionOn([...editions].reverse(), day)).toEqual(found);
        if (later.from > day) expect(editionOn([...editions, later], day)).toEqual(found);
      }),
    );
  });
});

describe('who is told for a seat', () => {
  const seats = [seat({ staffId: ZHOU, person: '周', deputyStaffId: CHEN, deputyPerson: '陈', deputyPhone: '13900139000' })];
  const roster = (zhou: boolean, chen: boolean) =>
    new Map([
      [ZHOU, { name: '周建国', phone: '13800138000', onDuty: zhou }],
      [CHEN, { name: '陈志明', phone: '', onDuty: chen }],
    ]);
  it.each([
    [true, true, { person: '周建国', insteadOf: '', absent: false }],
    [true, false, { person: '周建国', insteadOf: '', absent: false }],
    [false, true, { person: '陈志明', phone: '13900139000', insteadOf: '周建国', absent: true }],
    [false, false, { person: '周建国', insteadOf: '', absent: true }],
  ])('holder here %s, substitute here %s', (zhou, chen, told) => {
    expect(seatsToday(seats, roster(zhou, chen))).toMatchObject([told]);
  });

  it('stands in the emergency call list too, and there only where the organisation says', () => {
    const contacts = withSeats(DEFAULT_CONTACTS, seats);
    expect(contacts.find(({ key }) => key === 'head')).toMatchObject({
      staffId: ZHOU,
      deputyStaffId: CHEN,
      name: '组长（单位主要负责人）',
    });
    expect(contacts.find(({ key }) => key === 'lead-group')).toMatchObject({ staffId: ZHOU });
    expect(contacts.filter(({ staffId }) => staffId === ZHOU)).toHaveLength(2);
    expect(withSeats(DEFAULT_CONTACTS, [])).toEqual(DEFAULT_CONTACTS);
  });
});

it('is read by group, head first', () => {
  const any = fc.record({ group: fc.constantFrom(...GROUPS), kind: fc.constantFrom(...SEAT_KINDS) });
  fc.assert(
    fc.property(fc.array(any), (seats) => {
      const ordered = inSeatOrder(seats);
      expect(new Set(ordered)).toEqual(new Set(seats));
      ordered.forEach((each, i) => {
        const before = ordered[i - 1];
        if (before) expect(GROUPS.indexOf(before.group)).toBeLessThanOrEqual(GROUPS.indexOf(each.group));
      });
      expect(headless(seats)).toEqual(GROUPS.filter((group) => !seats.some((s) => s.group === group && s.kind === 'head')));
    }),
  );
  expect(seatName(seat())).toBe('领导小组组长');
});
