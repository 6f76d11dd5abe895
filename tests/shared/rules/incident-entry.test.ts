import { describe, expect, it } from 'vitest';
import { EntryInput, INCIDENT_STATES, type IncidentState, OwnEntry, type TypedEntryKind } from '../../../shared/domain/incident';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { checkEntry, needsPersuasion, openSteps } from '../../../shared/rules/incident-entry';
import { type IncidentPicture, incidentPicture } from '../../../shared/rules/incident-picture';
import { EVERY, entry, idOf, KINDS, PLAN, pictureWith, RAISED, SENT, step, timeline } from './incident-facts';

const KNOWN = { entryIds: new Set([idOf(0), idOf(800)]), contacts: new Set(['deputy']), conducts: new Set(['shove']) };
const OWN = new Set<string>(OwnEntry.options.map((option) => option.shape.kind.value));
const TYPED = KINDS.filter((kind): kind is TypedEntryKind => !OWN.has(kind));
const check = (picture: Partial<IncidentPicture>, given: EntryInput, plan: typeof PLAN | null = PLAN) =>
  checkEntry(pictureWith(picture), plan, given, KNOWN);
const message = (...given: Parameters<typeof check>): string => {
  const checked = check(...given);
  return checked.ok ? '' : checked.message;
};
/** So that only the state can be a reason to refuse: whoever is to be named is there. */
const READY = {
  tasks: [{ id: idOf(2), group: 'security', text: '守门', elapsed: 0, acknowledged: null, doneElapsed: null }],
  whereabouts: { people: '已离开', items: '', evidence: '' },
  steps: { ask: { outcome: 'done', at: 0, elapsed: 0, staffId: '', reason: '', danger: false } },
} satisfies Partial<IncidentPicture>;

const LATER: readonly TypedEntryKind[] = [
  ...(['note', 'call', 'service', 'camera', 'photo', 'recording', 'item', 'injury', 'decision', 'fact'] as const),
  ...(['whereabouts', 'summary', 'review', 'closed', 'correction', 'task-done', 'step'] as const),
];
/** What each state takes, of all that a person can add. */
const TAKES: Record<IncidentState, readonly TypedEntryKind[]> = {
  pending: ['note', 'type', 'false-alarm'],
  active: TYPED.filter((kind) => !['uncontrolled', 'lifted', 'closed'].includes(kind)),
  controlled: TYPED.filter((kind) => !['controlled', 'closed'].includes(kind)),
  lifted: LATER,
  closed: ['summary', 'review', 'correction'],
  'false-alarm': ['correction'],
};

describe('what may be added', () => {
  it.each(INCIDENT_STATES.flatMap((state) => TYPED.map((kind) => [state, kind] as const)))('while it is %s: %s', (state, kind) => {
    // The step that is open closes nothing: a reason is given.
    const given = kind === 'closed' ? { ...EVERY.closed, reason: '其余不需要' } : (EVERY[kind] as EntryInput);
    const checked = check({ ...READY, state, code: 'E03' }, given);
    expect(checked.ok, JSON.stringify(checked)).toBe(TAKES[state].includes(kind));
    if (!checked.ok) expect(checked.message).toMatch(/[。]$/);
  });
  it('the timeline itself tells of a correction that names nothing', () => {
    expect(check({}, { ...EVERY.correction, entryId: idOf(0) }).ok).toBe(true);
    expect(check({}, { ...EVERY.correction, entryId: idOf(1) })).toMatchObject({
      field: 'entryId',
      message: expect.stringContaining('没有找到'),
    });
  });
  it.each<[string, Partial<IncidentPicture>, EntryInput, string]>([
    ['the same type', { code: 'E07' }, EVERY.type, '已经是这个类型'],
    ['another type without a reason', { code: 'E03' }, { ...EVERY.type, reason: '' }, '写明为什么'],
    ['the same level', { level: 2 }, EVERY.level, '已经是这个等级'],
    ['conduct that nobody lists', {}, { ...EVERY.conduct, conductId: 'made-up' }, '没有这种行为'],
    ['a post that nobody lists', {}, { ...EVERY.call, contact: 'made-up' }, '没有这个岗位'],
    ['a step of no plan', {}, { ...EVERY.step, stepId: 'made-up' }, '没有这一步'],
    ['a field of no plan', {}, { ...EVERY.fact, field: 'made-up' }, '没有这一栏'],
    ['a task that is not there', {}, EVERY['task-done'], '没有找到这项任务'],
    ['受控 twice', { state: 'controlled' }, EVERY.controlled, '已经标记受控'],
    ['taking back what was not said', { state: 'active' }, EVERY.uncontrolled, '还没有标记受控'],
    ['解除 before 受控', { state: 'active' }, EVERY.lifted, '请先标记「受控」'],
  ])('%s is refused', (_name, picture, given, said) => expect(message(picture, given)).toContain(said));
  it('the first type needs no reason', () => expect(check({ code: '' }, { ...EVERY.type, reason: '' }).ok).toBe(true));
  it('a task is accepted once and done once', () => {
    const taken = { ...READY.tasks[0], acknowledged: { person: '赵刚', elapsed: 0 }, doneElapsed: 1 } as IncidentPicture['tasks'][number];
    expect(message({ tasks: [taken] }, EVERY['task-acknowledged'])).toContain('已经有人接了');
    expect(message({ tasks: [taken] }, EVERY['task-done'])).toContain('已经完成');
  });
});

describe('先劝离、再控制 (plan S42)', () => {
  const control = (more: object) => step('apart', more) as EntryInput;
  it('control before persuasion is refused, only with a danger and a reason it is not', () => {
    expect(check({}, control({}))).toMatchObject({ ok: false, field: 'danger' });
    expect(check({}, control({ reason: '他拿着刀' })), 'a reason alone').toMatchObject({ ok: false, field: 'danger' });
    expect(check({}, control({ danger: true })), 'a danger alone').toMatchObject({ ok: false, field: 'reason' });
    expect(check({}, control({ danger: true, reason: '他拿着刀' })).ok).toBe(true);
  });
  it.each([EVERY.persuasion, step('ask')])('after %o it needs neither', (before) =>
    expect(checkEntry(incidentPicture(timeline(RAISED, SENT, before), PLAN), PLAN, control({}), KNOWN).ok).toBe(true),
  );
  it('a persuasion that was corrected was none', () => {
    const lines = [...timeline(RAISED, SENT, EVERY.persuasion), entry(3, { kind: 'correction', entryId: idOf(2), text: '没有劝' })];
    expect(checkEntry(incidentPicture(lines, PLAN), PLAN, control({}), KNOWN).ok).toBe(false);
  });
  it('not to control needs a reason, and no danger', () => {
    expect(check({}, control({ outcome: 'left-out' }))).toMatchObject({ field: 'reason' });
    expect(check({}, control({ outcome: 'left-out', reason: '已经住手' })).ok).toBe(true);
  });
  it('no other step needs it, in no plan', () => {
    for (const plan of Object.values(CATALOGUE))
      for (const each of plan.steps) expect(needsPersuasion(pictureWith(), each), `${plan.code} ${each.id}`).toBe(each.kind === 'control');
  });
});

describe('a step', () => {
  it('is done once; left out it may still be done', () => {
    const having = (outcome: 'done' | 'left-out') => ({ steps: { clear: { ...READY.steps.ask, outcome } } });
    expect(message(having('done'), EVERY.step)).toContain('已经完成');
    expect(check(having('left-out'), EVERY.step).ok).toBe(true);
  });
});

describe('an incident is closed', () => {
  const closed = (reason = ''): EntryInput => ({ kind: 'closed', reason });
  const all = { ask: READY.steps.ask, clear: READY.steps.ask };
  it.each<IncidentState>(['active', 'controlled'])('not while it is %s', (state) =>
    expect(message({ ...READY, state, steps: all }, closed('算了'))).toContain('请先解除'),
  );
  it('not without the whereabouts of people and things, whatever reason is given', () =>
    expect(message({ state: 'lifted', steps: all, whereabouts: null }, closed('忘了'))).toContain('去向'));
  it('not over a mandatory step, which is named, unless with a reason', () => {
    const open = { ...READY, state: 'lifted' as const };
    expect(check(open, closed())).toMatchObject({ ok: false, field: 'reason', message: expect.stringContaining('带旁人离开') });
    expect(check(open, closed('旁人自己走了')).ok).toBe(true);
  });
  it('over one that was left out with a reason, and over one that is not mandatory', () => {
    const leftOut = { ...all, clear: { ...READY.steps.ask, outcome: 'left-out' as const, reason: '没有旁人' } };
    expect(check({ ...READY, state: 'lifted', steps: leftOut }, closed()).ok).toBe(true);
    expect(openSteps({ steps: {} }, PLAN).map(({ id }) => id)).toEqual(['ask', 'clear']);
  });
  it('without a type: nothing is open', () => expect(check({ ...READY, state: 'lifted', steps: {} }, closed(), null).ok).toBe(true));
});

describe('what is typed', () => {
  it.each<[object, string]>([
    [{ kind: 'note', text: '  ' }, 'text'],
    [{ kind: 'note', text: '长'.repeat(501) }, 'text'],
    [{ kind: 'people', count: -1 }, 'count'],
    [{ kind: 'people', count: 1.5 }, 'count'],
    [{ kind: 'decision', topic: '是否清场', text: '暂不清场', decider: ' ' }, 'decider'],
    [{ kind: 'lifted', reason: '' }, 'reason'],
    [{ kind: 'false-alarm', reason: ' ' }, 'reason'],
    [{ kind: 'level', level: 5, reason: '更高' }, 'level'],
    [{ kind: 'camera', camera: '大厅', from: '9:5' }, 'from'],
    [{ kind: 'closed', reason: '长'.repeat(201) }, 'reason'],
  ])('%o is refused beside its field', (given, field) => {
    const parsed = EntryInput.safeParse(given);
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
  it.each([...OWN])('%s cannot be typed: the program alone writes it', (kind) =>
    expect(EntryInput.safeParse(EVERY[kind as keyof typeof EVERY]).success).toBe(false),
  );
});
