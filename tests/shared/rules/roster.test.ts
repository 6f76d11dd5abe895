import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUTY_POSTS, type DutyPost, type RosterMember } from '../../../shared/domain/duty';
import { DEFAULT_DUTY } from '../../../shared/rules/default-duty';
import { checkDuty } from '../../../shared/rules/duty-check';
import { counts, expiryWords, isRed, standingOn } from '../../../shared/rules/expiry';
import { checkRoster, proposedPost } from '../../../shared/rules/roster';
import { addDays } from '../../../shared/rules/time';

const TODAY = '2026-11-23';
let n = 0;
const member = (post: DutyPost | '', holding: string[] = [], over: Partial<RosterMember> = {}): RosterMember => ({
  id: String(++n),
  name: `人员${n}`,
  post,
  qualifications: holding.filter((key) => key === 'psychology' || key === 'mass-work'),
  certificates: holding
    .filter((key) => key === 'guard' || key === 'first-aid')
    .map((kind) => ({ kind, expires: '2030-01-01', standing: 'good' as const })),
  ...over,
});
const times = (count: number, post: DutyPost, ...holding: string[]) => Array.from({ length: count }, () => member(post, holding));
const whole = (): RosterMember[] => [
  ...times(2, 'coordinator'),
  ...times(1, 'recorder'),
  ...times(4, 'guard', 'guard'),
  ...times(2, 'assistant', 'guard'),
  ...times(2, 'interviewer'),
  ...times(1, 'interviewer', 'mass-work'),
  ...times(1, 'analyst'),
  ...times(1, 'logistics', 'first-aid'),
];
const check = (members: RosterMember[]) => checkRoster(members, DEFAULT_DUTY.needs, DEFAULT_DUTY.certificates);

describe('a roster', () => {
  it('that has everybody is short of nothing', () => expect(check(whole())).toEqual([]));

  it.each<[string, (members: RosterMember[]) => RosterMember[], string]>([
    ['one coordinator (plan S04)', (m) => m.slice(1), '应配2名专职协调员，现1名'],
    ['no recorder (plan S04)', (m) => m.filter(({ post }) => post !== 'recorder'), '应配1名记录员，现0名'],
    ['three guards (plan S14)', (m) => m.filter((each) => each !== m.find(({ post }) => post === 'guard')), '应配4名专职安保，现3名'],
    ['nobody who can give first aid (plan S19)', (m) => m.filter(({ post }) => post !== 'logistics'), '应配1名有急救资质的人员，现0名'],
    ['a team of two (plan S09)', (m) => m.filter((each) => each !== m.find(({ post }) => post === 'interviewer')), '应配3名接谈员，现2名'],
  ])('with %s', (_what, less, sentence) => {
    expect(check(less(whole())).map((each) => each.sentence)).toEqual([sentence]);
  });

  it('counts a guard without a valid certificate for none, and says who that is', () => {
    const members = whole();
    const guard = members.find(({ post }) => post === 'guard');
    if (guard) guard.certificates = [{ kind: 'guard', expires: '2026-11-22', standing: 'expired' }];
    expect(check(members)).toMatchObject([{ need: 4, have: 3, sentence: `应配4名专职安保，现3名（${guard?.name}没有有效的保安员证）` }]);
    if (guard) guard.certificates = [{ kind: 'guard', expires: TODAY, standing: 'last-day' }];
    expect(check(members), 'on its last day it still counts').toEqual([]);
  });

  it('is never shorter for one more on duty, and each need says what there is', () => {
    const one = fc.record({
      post: fc.constantFrom<DutyPost | ''>('', ...DUTY_POSTS),
      holding: fc.subarray(['guard', 'first-aid', 'mass-work']),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), one, (people, more) => {
        const members = people.map(({ post, holding }) => member(post, holding));
        const before = check(members);
        const after = check([...members, member(more.post, more.holding)]);
        expect(after.length).toBeLessThanOrEqual(before.length);
        for (const { key, need, have, sentence } of before) {
          expect(have).toBeLessThan(need);
          expect(sentence).toContain(`应配${need}名`);
          expect(after.find((each) => each.key === key)?.have ?? need).toBeGreaterThanOrEqual(have);
        }
      }),
    );
  });

  it('is proposed by role and 当班', () => {
    expect(proposedPost({ roles: ['guard'], onDuty: true })).toBe('guard');
    expect(proposedPost({ roles: ['guard'], onDuty: false })).toBe('');
    expect(proposedPost({ roles: ['administrator', 'leader'], onDuty: true })).toBe('leader');
    expect(proposedPost({ roles: ['auditor'], onDuty: true })).toBe('');
  });
});

describe('a certificate (plan S14)', () => {
  it.each([
    [31, 'good', false],
    [30, 'soon', false],
    [1, 'soon', false],
    [0, 'last-day', true],
    [-1, 'expired', true],
  ] as const)('%i days before its last day is %s', (days, standing, red) => {
    const found = standingOn(addDays(TODAY, days), TODAY, 30);
    expect(found).toBe(standing);
    expect(isRed(found)).toBe(red);
    expect(counts(found)).toBe(days >= 0);
    expect(expiryWords(addDays(TODAY, days), found) === '').toBe(standing === 'good');
  });
});

describe('settings of duty', () => {
  it('are sound as they come', () => expect(checkDuty(DEFAULT_DUTY)).toEqual({}));
  it('keep what is used', () => {
    const without = { ...DEFAULT_DUTY, certificates: DEFAULT_DUTY.certificates.filter(({ key }) => key !== 'guard') };
    expect(checkDuty(without)).toHaveProperty(['needs.2.anyOf']);
    expect(checkDuty({ ...without, needs: [] }, new Set(['guard']))).toHaveProperty('certificates');
    const [first] = DEFAULT_DUTY.facilities;
    expect(checkDuty({ ...DEFAULT_DUTY, facilities: first ? [first, { ...first, id: 'x' }] : [] })).toHaveProperty(['facilities.1.name']);
  });
});
