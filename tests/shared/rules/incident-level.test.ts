import { describe, expect, it } from 'vitest';
import type { EmergencySettings, Level } from '../../../shared/domain/emergency';
import type { EntryData, IncidentState } from '../../../shared/domain/incident';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { levelProposals } from '../../../shared/rules/incident-level';
import { type IncidentPicture, incidentPicture } from '../../../shared/rules/incident-picture';
import { EVERY, entry, level, MINUTE, PLAN, pictureWith, RAISED, SENT, timeline } from './incident-facts';

const people = (...counts: number[]) => counts.map((count, n) => ({ elapsed: n * MINUTE, count }));
const proposed = (more: Partial<IncidentPicture>, elapsed = 0, settings: EmergencySettings = DEFAULT_EMERGENCY) =>
  levelProposals(pictureWith(more), null, settings, elapsed);
const keys = (more: Partial<IncidentPicture>, elapsed = 0) => proposed(more, elapsed).map(({ key }) => key);

describe('a higher level is proposed', () => {
  it.each<[people: number, at: Level, expected: [string, Level][]]>([
    [0, 4, []],
    [4, 4, []],
    [5, 4, [['people-5', 3]]],
    [29, 4, [['people-5', 3]]],
    [30, 4, [['people-30', 2]]],
    [99, 4, [['people-30', 2]]],
    [100, 4, [['people-100', 1]]],
    [100_000, 4, [['people-100', 1]]],
    [29, 3, []],
    [30, 3, [['people-30', 2]]],
    [99, 2, []],
    [100, 2, [['people-100', 1]]],
    [100_000, 1, []],
  ])('%i people at level %i', (count, at, expected) =>
    expect(proposed({ people: people(count), level: at }).map(({ key, level: to }) => [key, to])).toEqual(expected),
  );
  it('by the last count, also when it is lower', () => {
    expect(keys({ people: people(120, 12) })).toEqual(['people-5']);
    expect(keys({ people: people(12, 3) })).toEqual([]);
  });
  it('and says why in words', () => {
    expect(proposed({ people: people(31) })[0]?.reason).toBe('现场 31 人，达到 30 人');
    expect(proposed({ conducts: ['banner'] })[0]?.reason).toBe('出现：拉横幅');
    expect(proposed({}, 15 * MINUTE)[0]?.reason).toBe('Ⅳ 一般级 15 分钟仍未受控');
  });
  it('by the numbers of the unit, not by ours', () => {
    const own = structuredClone(DEFAULT_EMERGENCY);
    for (const rule of own.levels) if (rule.level === 3) rule.peopleFrom = 8;
    expect(proposed({ people: people(7) }, 0, own)).toEqual([]);
    expect(proposed({ people: people(8) }, 0, own)).toMatchObject([{ key: 'people-8', level: 3 }]);
  });

  it.each(DEFAULT_EMERGENCY.conducts.map(({ id, level: to }) => [id, to] as const))('conduct %s asks for %i and not more', (id, to) => {
    const proposals = proposed({ conducts: [id] });
    expect(proposals.map(({ level: each }) => each)).toEqual(to === 4 ? [] : [to]);
    expect(proposed({ conducts: [id], level: to })).toEqual([]);
  });
  it('by what a type is by itself, from the first minute', () => {
    expect(levelProposals(pictureWith(), PLAN, DEFAULT_EMERGENCY, 0)).toMatchObject([{ key: 'conduct-blow', level: 2 }]);
    const both = levelProposals(pictureWith({ conducts: ['blow'] }), PLAN, DEFAULT_EMERGENCY, 0);
    expect(both, 'ticked too: one proposal').toHaveLength(1);
    for (const plan of Object.values(CATALOGUE)) {
      const highest = Math.min(4, ...plan.conducts.map((id) => DEFAULT_EMERGENCY.conducts.find((each) => each.id === id)?.level ?? 4));
      const top = levelProposals(pictureWith(), plan, DEFAULT_EMERGENCY, 0)[0]?.level ?? 4;
      expect(top, plan.code).toBe(highest);
    }
  });
  it('conduct that the unit has taken off its list proposes nothing', () => expect(keys({ conducts: ['no-more'] })).toEqual([]));

  it.each<[minutes: string, at: Level, since: number, elapsed: number, expected: string[]]>([
    ['14:59 of Ⅳ', 4, 0, 15 * MINUTE - 1000, []],
    ['15:00 of Ⅳ', 4, 0, 15 * MINUTE, ['time-4']],
    ['29:59 of Ⅲ', 3, 0, 30 * MINUTE - 1000, []],
    ['30:00 of Ⅲ', 3, 0, 30 * MINUTE, ['time-3']],
    ['30:00 after the alarm, 20:00 after Ⅲ was set', 3, 10 * MINUTE, 30 * MINUTE, []],
    ['40:00 after the alarm, 30:00 after Ⅲ was set', 3, 10 * MINUTE, 40 * MINUTE, ['time-3']],
    ['a day of Ⅱ', 2, 0, 24 * 60 * MINUTE, []],
    ['a day of Ⅰ', 1, 0, 24 * 60 * MINUTE, []],
  ])('%s', (_name, at, levelSince, elapsed, expected) => expect(keys({ level: at, levelSince }, elapsed)).toEqual(expected));

  it('受控 stops the time, not the heads; taken back, the time asks again', () => {
    const controlled = { state: 'controlled', controlledAt: 10 * MINUTE } as const;
    expect(keys({ ...controlled, people: people(5) }, 60 * MINUTE)).toEqual(['people-5']);
    expect(keys({ state: 'active' }, 60 * MINUTE)).toEqual(['time-4']);
  });
  it.each<IncidentState>(['pending', 'lifted', 'closed', 'false-alarm'])('never while it is %s', (state) =>
    expect(keys({ state, people: people(500), conducts: ['storm'] }, 60 * MINUTE)).toEqual([]),
  );
  it('the highest first', () => {
    const all = { people: people(30), conducts: ['banner', 'storm'] };
    expect(proposed(all, 60 * MINUTE).map(({ level: to }) => to)).toEqual([1, 2, 3, 3]);
  });
});

describe('a proposal that was dismissed', () => {
  it('is not made again, and hides no other', () => {
    const all = { people: people(5), conducts: ['banner', 'insult'] };
    expect(keys(all, 15 * MINUTE)).toEqual(['people-5', 'conduct-banner', 'conduct-insult', 'time-4']);
    for (const dismissed of ['people-5', 'conduct-banner', 'conduct-insult', 'time-4'])
      expect(keys({ ...all, dismissed: [dismissed] }, 15 * MINUTE)).toEqual(keys(all, 15 * MINUTE).filter((key) => key !== dismissed));
  });
  it('of 5 people is none of 30', () => {
    expect(keys({ people: people(6), dismissed: ['people-5'] })).toEqual([]);
    expect(keys({ people: people(6, 31), dismissed: ['people-5'] })).toEqual(['people-30']);
  });
  it('comes back when its dismissal is corrected', () => {
    const lines: EntryData[] = [RAISED, SENT, { kind: 'people', count: 5 }, EVERY.dismissed];
    const at = (...data: EntryData[]) => levelProposals(incidentPicture(timeline(...data), null), null, DEFAULT_EMERGENCY, 0);
    expect(at(...lines)).toEqual([]);
    expect(at(...lines, { kind: 'correction', entryId: entry(3, EVERY.dismissed).id, text: '按错' })).toHaveLength(1);
  });
});

it('E08 grows from 4 to 30 to 100 people: each threshold is proposed once, and a person sets it', () => {
  const plan = CATALOGUE.E08;
  const lines: EntryData[] = [RAISED, { kind: 'type', code: 'E08', reason: '' }, SENT];
  const now = (...more: EntryData[]) => {
    lines.push(...more);
    const picture = incidentPicture(timeline(...lines), plan);
    const ofPeople = levelProposals(picture, plan, DEFAULT_EMERGENCY, 0).filter(({ key }) => key.startsWith('people'));
    return [picture.level, ofPeople.map(({ level: to }) => to)];
  };
  const count = (heads: number): EntryData => ({ kind: 'people', count: heads });
  expect(now(count(4))).toEqual([4, []]);
  expect(now(count(30)), 'nobody has set anything yet').toEqual([4, [2]]);
  expect(now(level(2))).toEqual([2, []]);
  expect(now(count(100))).toEqual([2, [1]]);
  expect(now(level(1))).toEqual([1, []]);
  expect(now(count(12)), 'a level falls only by a person too').toEqual([1, []]);
});
