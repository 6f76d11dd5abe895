import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Disposal, RESULTS } from '../../../shared/domain/disposal';
import type { TeamInput } from '../../../shared/domain/interview';
import type { Qualification } from '../../../shared/domain/staff';
import { deadline } from '../../../shared/rules/deadlines';
import { belonging, checkDisposal, RESULT_RULES } from '../../../shared/rules/disposal';
import { KNOWN_NOTICES } from '../../../shared/rules/holiday-notices';
import { applyTalkAct, resumed, type TalkAct, type TalkFacts } from '../../../shared/rules/interview-flow';
import { proposesEscalation } from '../../../shared/rules/mood';
import { newQueryCode } from '../../../shared/rules/query-code';
import { recompute } from '../../../shared/rules/recompute';
import { firstStays, heardWhile, movedStays, overlaps } from '../../../shared/rules/stays';
import { checkTeam, mayApprove, teamApprovers } from '../../../shared/rules/team';
import { addDays } from '../../../shared/rules/time';
import { unitCalendar, WorkingDays } from '../../../shared/rules/working-days';

const member = (id: string, qualifications: Qualification[] = [], active = true) => [id, { id, name: id, active, qualifications }] as const;
const staff = new Map([
  member('何敏', ['mass-work']),
  member('王静'),
  member('孙医生', ['psychology']),
  member('赵刚'),
  member('李平'),
  member('旧人', [], false),
  member('离岗专家', ['psychology'], false),
]);
const team = (lead: string, recorder: string, observer: string, ...others: string[]): TeamInput => ({ lead, recorder, observer, others });

describe('a team', () => {
  it.each([
    ['three, one qualified', team('何敏', '王静', '赵刚'), true, false],
    ['two and a third listener: the observer is missing', team('何敏', '王静', '', '赵刚'), false, true],
    ['two', team('何敏', '王静', ''), false, true],
    ['three, nobody qualified', team('王静', '赵刚', '旧人'), false, false],
    ['one in two roles', team('何敏', '何敏', '赵刚'), false, false],
    ['no lead', team('', '王静', '赵刚'), false, false],
    ['others who are unknown or no longer in use do not count', team('何敏', '王静', '', '旧人', '无此人'), false, true],
    ['nor do they qualify', team('王静', '赵刚', '李平', '离岗专家'), false, true],
    ['a third who is qualified helps', team('王静', '赵刚', '孙医生'), true, false],
  ] as const)('%s', (_what, input, ok, overridable) => {
    const checked = checkTeam(input, staff, 3);
    expect(checked.ok).toBe(ok);
    expect(!checked.ok && checked.overridable).toBe(overridable);
  });

  it('nobody qualified among three who are in use may be allowed, and says so', () => {
    const plain = new Map([member('甲'), member('乙'), member('丙')]);
    expect(checkTeam(team('甲', '乙', '丙'), plain, 3)).toMatchObject({ overridable: true, message: expect.stringContaining('心理学') });
  });

  it('is allowed by a leader or a coordinator who did not ask', () => {
    const people = [
      { id: 'a', roles: ['leader'] as const },
      { id: 'b', roles: ['coordinator'] as const },
      { id: 'c', roles: ['registrar'] as const },
    ];
    expect(teamApprovers(people, 'a').map(({ id }) => id)).toEqual(['b']);
    expect(people.filter(mayApprove).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('feelings', () => {
  const at = (mood: 'calm' | 'upset' | 'extreme' | 'uncontrolled', minutes: number) => ({ mood, elapsed: minutes * 60_000 });
  it.each([
    ['nothing', [], -1, false],
    ['one 过激', [at('extreme', 1)], -1, false],
    ['two within five minutes', [at('extreme', 1), at('extreme', 6)], -1, true],
    ['two in a little more', [at('extreme', 1), { mood: 'extreme' as const, elapsed: 6 * 60_000 + 1 }], -1, false],
    ['two with calm between', [at('extreme', 1), at('calm', 2), at('extreme', 3)], -1, true],
    ['失控 once', [at('uncontrolled', 1)], -1, true],
    ['put aside', [at('extreme', 1), at('extreme', 2)], 3 * 60_000, false],
    ['put aside, and again', [at('extreme', 1), at('extreme', 2), at('extreme', 4)], 3 * 60_000, true],
  ] as const)('%s', (_what, marks, dismissed, proposed) => expect(proposesEscalation(marks, 5, dismissed)).toBe(proposed));
});

describe('acts of an interview', () => {
  const sitting = team('何敏', '王静', '孙医生');
  const facts: TalkFacts = {
    ...{ state: 'talking', pausedElapsed: null, pausedMs: 0, team: sitting, stays: firstStays(sitting), roomId: 'room-1' },
  };
  const context = { elapsed: 90_000, staff, roomName: (id: string) => id };
  const does = (act: TalkAct, over: Partial<TalkFacts> = {}) => applyTalkAct({ ...facts, ...over }, act, context);

  it('a pause is added up, whether it is ended by going on or by the end', () => {
    expect(does({ act: 'pause', reason: '喝水' })).toMatchObject({ ok: true, fields: { state: 'paused', pausedElapsed: 90_000 } });
    const paused = { state: 'paused' as const, pausedElapsed: 60_000, pausedMs: 5_000 };
    expect(does({ act: 'resume' }, paused)).toMatchObject({ fields: { state: 'talking', pausedElapsed: null, pausedMs: 35_000 } });
    expect(resumed({ ...facts, ...paused }, 50_000).pausedMs, 'never less').toBe(5_000);
    expect(does({ act: 'pause', reason: '再' }, paused)).toMatchObject({ ok: false });
    expect(does({ act: 'resume' })).toMatchObject({ ok: false });
  });

  it('whoever takes a role has no other', () => {
    expect(does({ act: 'replace', role: 'lead', staffId: '王静', reason: '换' })).toMatchObject({ ok: false, field: 'staffId' });
    expect(does({ act: 'replace', role: 'lead', staffId: '何敏', reason: '换' })).toMatchObject({ ok: false });
    const joined = does({ act: 'join', staffId: '赵刚' });
    expect(joined).toMatchObject({ fields: { team: { others: ['赵刚'] } }, said: '赵刚参加接谈。' });
    const promoted = does(
      { act: 'replace', role: 'lead', staffId: '赵刚', reason: '来访人要求' },
      { team: team('何敏', '王静', '孙医生', '赵刚') },
    );
    expect(promoted).toMatchObject({ fields: { team: { lead: '赵刚', others: [] } }, said: '主谈由何敏换为赵刚：来访人要求' });
    expect(does({ act: 'join', staffId: '王静' })).toMatchObject({ ok: false });
    const full = { team: team('何敏', '王静', '孙医生', ...Array.from({ length: 10 }, (_, i) => `第${i}人`)) };
    expect(does({ act: 'join', staffId: '赵刚' }, full)).toMatchObject({ ok: false, field: 'staffId' });
    expect(does({ act: 'move', roomId: 'room-1' })).toMatchObject({ ok: false, field: 'roomId' });
  });

  it('replacing leaves nobody without a qualified member, unless somebody allows it; what was allowed before is not asked again', () => {
    const one = team('何敏', '王静', '赵刚');
    const replace: TalkAct = { act: 'replace', role: 'lead', staffId: '李平', reason: '临时有事' };
    const refused = does(replace, { team: one });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('心理学') });
    expect(refused, 'no field: it may be allowed').not.toHaveProperty('field', expect.anything());
    expect(does({ ...replace, override: { reason: '无人可换', approverId: '孙医生' } }, { team: one })).toMatchObject({
      fields: { team: { lead: '李平' } },
      said: '主谈由何敏换为李平：临时有事。接谈组没有具备心理学背景或群众工作经验的人员。经孙医生批准：无人可换',
    });
    expect(does(replace, { team: team('何敏', '王静', '孙医生') }), 'another is qualified').toMatchObject({ ok: true });
    expect(does({ ...replace, role: 'observer' }, { team: team('王静', '赵刚', '') }), 'nobody was').toMatchObject({ ok: true });
  });
});

describe('who sat in a talk', () => {
  const [before, after] = [team('何敏', '王静', '孙医生'), team('赵刚', '王静', '孙医生', '李平')];
  const moved = movedStays(firstStays(before), before, after, 60_000);

  it('is known from when to when', () =>
    expect(moved.map(({ staffId, from, until }) => `${staffId} ${from} ${until}`)).toEqual([
      '何敏 0 60000',
      '王静 0 null',
      '孙医生 0 null',
      '赵刚 60000 null',
      '李平 60000 null',
    ]));
  it('of an older record is known to have sat since its beginning', () => expect(movedStays([], before, after, 60_000)).toEqual(moved));
  it('comes back with a stay of its own', () => {
    const again = movedStays(moved, after, before, 90_000).filter(({ staffId }) => staffId === '何敏');
    expect(again.map(({ from, until }) => [from, until])).toEqual([
      [0, 60_000],
      [90_000, null],
    ]);
  });

  it.each([
    ['what was recorded while they were there', '何敏', 10_000, 100_000, [{ fromMs: 0, toMs: 50_000 }]],
    ['nothing that began after they left', '何敏', 60_000, 100_000, []],
    ['from when they came', '赵刚', 10_000, 100_000, [{ fromMs: 50_000, toMs: 100_000 }]],
    ['nothing, who never sat there', '路人', 0, 100_000, []],
  ])('hears %s', (_, staffId, startedElapsed, durationMs, spans) =>
    expect(heardWhile(moved, staffId, { startedElapsed, durationMs })).toEqual(spans),
  );
  it('a part that only touches the end is not of that time', () => {
    const spans = [{ fromMs: 0, toMs: 50_000 }];
    expect([45_000, 49_999, 50_000].map((startMs) => overlaps(spans, { startMs, durationMs: 5000 }))).toEqual([true, true, false]);
  });
});

describe('a result', () => {
  const full = {
    answer: '按规定补发',
    noBasisReason: '',
    target: { name: '人民法院', address: '为民路 12 号', phone: '', basis: '' },
    department: '社保科',
    reason: '原因',
    article: '条例 19 条',
    acceptedOn: '2026-11-23',
    decisionNo: '示信复核〔2026〕7 号',
  };
  const facts = { citations: 1, today: '2026-11-23' };

  it.each(RESULTS)('%s with all it needs is accepted, and without it is refused beside each field', (result) => {
    expect(checkDisposal(Disposal.parse({ result, ...full }), facts)).toEqual({});
    const missing = checkDisposal(Disposal.parse({ result }), { ...facts, citations: 0 });
    expect(Object.keys(missing).length > 0).toBe(RESULT_RULES[result].needs.length > 0);
  });

  it.each([
    [{ result: 'answered' as const, answer: '是' }, 0, 'noBasisReason'],
    [{ result: 'accepted' as const, department: '科', acceptedOn: '2026-11-24' }, 0, 'acceptedOn'],
    [{ result: 'verify' as const, department: '科', opinion: '可以补发' }, 0, 'opinionBy'],
  ])('%o lacks %i citations: %s', (input, citations, field) =>
    expect(checkDisposal(Disposal.parse(input), { citations, today: '2026-11-23' })).toHaveProperty([field]),
  );
});

describe('what was typed under another result', () => {
  const typed = {
    answer: '答复',
    noBasisReason: '常识',
    target: { name: '人民法院', address: '为民路 12 号', phone: '', basis: '' },
    department: '社保科',
    reason: '原因',
    article: '条例 19 条',
    acceptedOn: '2026-11-23',
    simple: true,
    decisionNo: '7 号',
    opinion: '可以补发',
    opinionBy: '01900000-0000-7000-8000-000000000000',
    namedPeople: ['01900000-0000-7000-8000-000000000000'],
  };
  const kept = (result: (typeof RESULTS)[number]) =>
    Object.entries(belonging(Disposal.parse({ result, ...typed })))
      .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : typeof value === 'object' ? value.name !== '' : Boolean(value)))
      .map(([field]) => field)
      .filter((field) => !['result', 'opinion', 'opinionBy'].includes(field));

  it.each([
    ['answered', ['answer', 'noBasisReason']],
    ['verify', ['department']],
    ['accepted', ['department', 'acceptedOn', 'simple']],
    ['transferred', ['target']],
    ['discipline', ['target', 'namedPeople']],
    ['not-accepted', ['target', 'reason', 'article']],
    ['concluded', ['article', 'decisionNo']],
    ['left', ['reason']],
  ] as const)('%s keeps %o of all fields', (result, fields) => expect(kept(result)).toEqual(fields));

  it('an opinion that was taken back has nobody who gave it', () => {
    expect(belonging(Disposal.parse({ result: 'left', ...typed, opinion: '' })).opinionBy).toBe('');
  });
});

describe('a calendar that changes', () => {
  const before = new WorkingDays({ notices: [...KNOWN_NOTICES], unitDays: [] });
  const notice2027 = { year: 2027, source: '', off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: ['2027-01-09'] };
  const after = unitCalendar({ notices: [notice2027], unitDays: [] });
  const promise = (code: 'D1' | 'D2' | 'D3', start: string) => {
    const { due, provisional } = deadline(code, start, before);
    return { id: `${code} ${start}`, code, start, due, provisional, length: { D1: 3, D2: 10, D3: 15 }[code] };
  };

  it('moves three open promises, two of them by a day and one only out of 暂定, and says which', () => {
    const open = [
      promise('D2', '2026-12-25'),
      promise('D2', '2026-12-28'),
      promise('D1', '2026-12-29'),
      promise('D1', '2026-12-25'),
      promise('D3', '2026-12-25'),
    ];
    expect(recompute(open, after)).toEqual([
      { id: 'D2 2026-12-25', due: '2027-01-09', provisional: false },
      { id: 'D2 2026-12-28', due: '2027-01-11', provisional: false },
      { id: 'D1 2026-12-29', due: '2027-01-04', provisional: false },
    ]);
  });

  it('computed again is the same as computed afresh, whatever was there before', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));
    fc.assert(
      fc.property(start, fc.constantFrom('D1' as const, 'D2' as const, 'D3' as const), (day, code) => {
        const open = promise(code, day);
        const [moved] = recompute([open], after);
        const { due, provisional } = deadline(code, day, after);
        expect({ due: moved?.due ?? open.due, provisional: moved?.provisional ?? open.provisional }).toEqual({ due, provisional });
        expect(recompute([{ ...open, due, provisional }], after)).toEqual([]);
      }),
    );
  });
});

describe('a query code', () => {
  it('is eight characters that nobody mistakes', () => {
    expect(newQueryCode(new Uint8Array([0, 1, 30, 31, 60, 61, 254, 255]))).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(newQueryCode()).toHaveLength(8);
  });
});
