import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryData, EntryInput, type EntryKind, OwnEntry } from '../../../shared/domain/incident';
import { type Entry, type IncidentPicture, incidentPicture, peopleNow } from '../../../shared/rules/incident-picture';
import { correction, EVERY, entry, idOf, KINDS, level, PLAN, RAISED, RAISED_AT, SENT, step, timeline, VISIT } from './incident-facts';

/** What moved the incident on, or what the program wrote: a correction names it, and it stands all the same. */
const STAYS: readonly EntryKind[] = [
  ...['raised', 'sent', 'heard', 'type', 'level', 'controlled', 'uncontrolled', 'lifted', 'false-alarm', 'closed', 'report', 'correction'],
] as EntryKind[];
const TASK: EntryData = EVERY.task;
/** Entries 0 to 2: the key, the sending, and one task that others can name. */
const BEFORE = timeline(RAISED, SENT, TASK);
const AT = 3000;
const task = { id: idOf(2), group: 'security', text: '守住南门', elapsed: 2000, acknowledged: null, doneElapsed: null } as const;
const CALLED = { called: AT, arrived: null, left: null, caseNo: '0231' };
const done = { outcome: 'done', at: RAISED_AT + AT, elapsed: AT, staffId: 'wang', reason: '', danger: false } as const;
const told = { outcome: 'told', at: RAISED_AT + AT, elapsed: AT, person: '陈志明', phone: '13700137000', text: '马上到' } as const;

/** What each kind changes, three seconds after the alarm; nothing else may change. */
const CHANGES: Record<EntryKind, Partial<IncidentPicture>> = {
  raised: {},
  sent: {},
  'signed-in': {},
  heard: { heard: [{ deskCode: '02', at: RAISED_AT + AT, staffId: 'wang' }] },
  note: {},
  type: { code: 'E07' },
  level: { level: 2, levelSince: AT },
  dismissed: { dismissed: ['people-5'] },
  people: { people: [{ elapsed: AT, count: 12 }] },
  conduct: { conducts: ['shove'] },
  step: { steps: { clear: done } },
  call: { calls: { deputy: [told] } },
  service: { services: { '110': CALLED } },
  task: { tasks: [task, { ...task, id: idOf(3), elapsed: AT }] },
  'task-acknowledged': { tasks: [{ ...task, acknowledged: { person: '赵刚', elapsed: AT } }] },
  'task-done': { tasks: [{ ...task, doneElapsed: AT }] },
  arrival: {},
  camera: {},
  photo: {},
  recording: {},
  item: {},
  injury: {},
  persuasion: { persuasions: 1 },
  decision: {},
  fact: { facts: { injuries: '轻微擦伤' } },
  visitor: { visitIds: [VISIT] },
  found: { found: { [VISIT]: 3 } },
  controlled: { state: 'controlled', controlledAt: AT },
  uncontrolled: { state: 'active', controlledAt: null },
  lifted: { state: 'lifted', liftedAt: AT, liftedTime: RAISED_AT + AT },
  'false-alarm': { state: 'false-alarm' },
  whereabouts: { whereabouts: { people: '已离开', items: '', evidence: '' } },
  summary: { summary: '小结如下' },
  review: { review: { limits: '都做到了', worked: '', improve: '早点喊人', score: -1 } },
  closed: { state: 'closed' },
  correction: { corrected: { [idOf(800)]: idOf(3) } },
  'evacuation-printed': {},
  'care-seen': {},
  report: { reports: 1 },
};

describe('what stands of an incident', () => {
  it('is nothing but an alarm of the lowest level that waits, before it was sent', () =>
    expect(incidentPicture(timeline(RAISED), null)).toMatchObject({ state: 'pending', code: '', level: 4, levelSince: 0, persuasions: 0 }));

  it.each(KINDS)('%s changes what it says and nothing else', (kind) => {
    const before = incidentPicture(BEFORE, PLAN);
    expect(incidentPicture([...BEFORE, entry(3, EVERY[kind])], PLAN)).toEqual({ ...before, ...CHANGES[kind] });
  });

  it.each(KINDS.filter((kind) => !STAYS.includes(kind)))('a corrected %s counts no more', (kind) => {
    const corrected = incidentPicture([...BEFORE, entry(3, EVERY[kind]), entry(4, correction(3))], PLAN);
    expect(corrected).toEqual({ ...incidentPicture(BEFORE, PLAN), corrected: { [idOf(3)]: idOf(4) } });
  });

  it.each(STAYS)('a corrected %s stands all the same: another entry moves it again', (kind) => {
    const stands = incidentPicture([...BEFORE, entry(3, EVERY[kind])], PLAN);
    const corrected = incidentPicture([...BEFORE, entry(3, EVERY[kind]), entry(4, correction(3))], PLAN);
    expect(corrected).toEqual({ ...stands, corrected: { ...stands.corrected, [idOf(3)]: idOf(4) } });
  });

  it('a corrected count is not the last one: the one before it is', () => {
    const counts: EntryData[] = [4, 300].map((count) => ({ kind: 'people', count }));
    expect(peopleNow(incidentPicture(timeline(RAISED, SENT, ...counts), PLAN))).toBe(300);
    expect(peopleNow(incidentPicture(timeline(RAISED, SENT, ...counts, correction(3)), PLAN))).toBe(4);
    expect(peopleNow(incidentPicture(timeline(RAISED, SENT), PLAN))).toBeNull();
  });
  it('a task whose acceptance is corrected waits again; of a corrected task nothing is left', () => {
    const taken = EVERY['task-acknowledged'];
    expect(incidentPicture(timeline(RAISED, SENT, TASK, taken, correction(3)), PLAN).tasks).toEqual([task]);
    expect(incidentPicture(timeline(RAISED, SENT, TASK, taken, correction(2)), PLAN).tasks).toEqual([]);
  });

  it('another type brings its own steps, the same type again keeps them', () => {
    const one: EntryData = { kind: 'type', code: 'E03', reason: '' };
    const steps = timeline(RAISED, one, SENT, step('clear'));
    expect(Object.keys(incidentPicture([...steps, entry(4, one)], PLAN).steps)).toEqual(['clear']);
    const other = incidentPicture([...steps, entry(4, EVERY.type)], PLAN);
    expect(other).toMatchObject({ code: 'E07', steps: {}, state: 'active' });
  });
  it('a step of the kind 劝离 counts as a persuasion when it is done, not when it is left out', () => {
    expect(incidentPicture(timeline(RAISED, SENT, step('ask')), PLAN).persuasions).toBe(1);
    expect(incidentPicture(timeline(RAISED, SENT, EVERY.persuasion, step('ask')), PLAN).persuasions).toBe(2);
    expect(incidentPicture(timeline(RAISED, SENT, step('ask', { outcome: 'left-out', reason: '不在场' })), PLAN).persuasions).toBe(0);
  });
  it('conduct that stopped is no more there, and twice the same is once', () => {
    const shove = (on: boolean): EntryData => ({ kind: 'conduct', conductId: 'shove', on });
    expect(incidentPicture(timeline(RAISED, SENT, shove(true), shove(true)), PLAN).conducts).toEqual(['shove']);
    expect(incidentPicture(timeline(RAISED, SENT, shove(true), shove(false)), PLAN).conducts).toEqual([]);
  });
  it('the case number of a call stays when the later stages come without one', () => {
    const stage = (of: 'called' | 'arrived', caseNo: string): EntryData => ({ ...EVERY.service, stage: of, caseNo });
    const { services } = incidentPicture(timeline(RAISED, SENT, stage('called', '0231'), stage('arrived', '')), PLAN);
    expect(services['110']).toEqual({ called: 2000, arrived: 3000, left: null, caseNo: '0231' });
  });
  it('what is sent twice moves nothing back', () =>
    expect(incidentPicture(timeline(RAISED, SENT, EVERY.controlled, SENT), PLAN).state).toBe('controlled'));
});

/** Any entries in any order, corrections of any of those before, and level changes. */
const anyTimeline = fc
  .array(fc.record({ kind: fc.constantFrom(...KINDS), names: fc.nat(), number: fc.nat(150), moment: fc.nat(10_000_000) }), {
    maxLength: 40,
  })
  .map((picks) =>
    picks.map(({ kind, names, number, moment }, n): Entry => {
      const to = n === 0 ? 0 : names % n;
      const data: EntryData =
        kind === 'correction'
          ? correction(to)
          : kind === 'people'
            ? { kind, count: number }
            : kind === 'level'
              ? level(([4, 3, 2, 1] as const)[number % 4] ?? 4)
              : kind === 'task-acknowledged' || kind === 'task-done'
                ? { ...EVERY[kind], taskId: idOf(to) }
                : EVERY[kind];
      return entry(n, data, { at: RAISED_AT + moment });
    }),
  );

/** Told again in other words: the last that counts of each kind. */
function toldAgain(entries: readonly Entry[]): Partial<IncidentPicture> {
  const named = new Set(entries.flatMap(({ data }) => (data.kind === 'correction' ? [data.entryId] : [])));
  const counts = entries.filter(({ id, data }) => STAYS.includes(data.kind) || !named.has(id));
  const of = <K extends EntryKind>(kind: K) =>
    counts.flatMap((each) => (each.data.kind === kind ? [{ ...each, data: each.data as Extract<EntryData, { kind: K }> }] : []));
  const states: Partial<Record<EntryKind, IncidentPicture['state']>> = {
    ...{ controlled: 'controlled', uncontrolled: 'active', lifted: 'lifted', 'false-alarm': 'false-alarm', closed: 'closed' },
  };
  let state: IncidentPicture['state'] = 'pending';
  for (const { data } of counts) state = data.kind === 'sent' && state === 'pending' ? 'active' : (states[data.kind] ?? state);
  return {
    state,
    code: of('type').at(-1)?.data.code ?? '',
    level: of('level').at(-1)?.data.level ?? 4,
    levelSince: of('level').at(-1)?.elapsed ?? 0,
    people: of('people').map(({ elapsed, data }) => ({ elapsed, count: data.count })),
    persuasions: of('persuasion').length,
    tasks: of('task').map(({ id, elapsed, data }) => {
      const later = (n: number): boolean => n > entries.findIndex((each) => each.id === id);
      const taken = of('task-acknowledged').findLast((each) => each.data.taskId === id && later(each.n));
      const finished = of('task-done').findLast((each) => each.data.taskId === id && later(each.n));
      return {
        ...{ id, group: data.group, text: data.text, elapsed },
        acknowledged: taken ? { person: taken.data.person, elapsed: taken.elapsed } : null,
        doneElapsed: finished?.elapsed ?? null,
      };
    }),
    reports: of('report').length,
    liftedTime: of('lifted').at(-1)?.at ?? null,
    dismissed: of('dismissed').map(({ data }) => data.proposal),
  };
}

describe('whatever is written in whatever order', () => {
  it('every prefix of a timeline gives what telling it again gives', () => {
    fc.assert(
      fc.property(anyTimeline, (entries) => {
        for (let n = 0; n <= entries.length; n++) {
          const prefix = entries.slice(0, n);
          expect(incidentPicture(prefix, PLAN)).toMatchObject(toldAgain(prefix));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the order of writing decides, never the time of the PC', () => {
    const without = ({ liftedTime: _lifted, steps: _steps, calls: _calls, heard: _heard, ...rest }: IncidentPicture) => rest;
    fc.assert(
      fc.property(anyTimeline, fc.integer({ min: -86_400_000, max: 86_400_000 }), (entries, setBack) => {
        const moved = entries.map((each, n) => ({ ...each, at: n % 2 === 0 ? each.at : each.at + setBack }));
        expect(without(incidentPicture(moved, PLAN))).toEqual(without(incidentPicture(entries, PLAN)));
      }),
      { numRuns: 150 },
    );
  });

  it('the entries stay as they were: a picture is looked at, nothing is changed by it', () => {
    fc.assert(
      fc.property(anyTimeline, (entries) => {
        const before = structuredClone(entries);
        incidentPicture(entries, PLAN);
        expect(entries).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

it('the entries of these tests are those of the program', () => {
  const kinds = [...EntryInput.options, ...OwnEntry.options].map((option) => option.shape.kind.value);
  expect([...kinds].sort()).toEqual([...KINDS].sort());
  for (const kind of KINDS) {
    const own = OwnEntry.safeParse(EVERY[kind]);
    expect(own.success || EntryInput.safeParse(EVERY[kind]).success, kind).toBe(true);
  }
});
