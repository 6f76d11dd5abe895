import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORECAST_GRADES, ForecastFacts, type ForecastGrade, ForecastSettings } from '../../../shared/domain/forecast';
import {
  checkGrading,
  gradeInForce,
  gradeRank,
  gradeReasons,
  needsPreparation,
  reasonsFor,
  standingSuggestion,
  suggestGrade,
} from '../../../shared/rules/forecast-grade';

const RULES = ForecastSettings.parse({});
const facts = (over: Partial<ForecastFacts>): ForecastFacts => ForecastFacts.parse(over);

describe('研判: the four criteria of S32', () => {
  it.each<[string, Partial<ForecastFacts>, ForecastGrade]>([
    ['nothing known', {}, 'general'],
    ['two heads', { heads: 2 }, 'general'],
    ['three heads', { heads: 3 }, 'attention'],
    ['four heads are not yet high', { heads: 4 }, 'attention'],
    ['five heads', { heads: 5 }, 'high'],
    ['a first visit', { visits: 1, resolved: false }, 'general'],
    ['a second visit', { visits: 2, resolved: false }, 'attention'],
    ['third visit, unresolved: not yet high', { visits: 3, resolved: false }, 'attention'],
    ['fourth visit, unresolved', { visits: 4, resolved: false }, 'high'],
    ['fourth visit, resolved', { visits: 4, resolved: true }, 'general'],
    ['fourth visit, nobody knows how it stands', { visits: 4 }, 'high'],
    ['a major conflict of interest alone', { interests: true }, 'high'],
    ['extreme conduct alone', { extreme: true }, 'high'],
    ['a resolved matter does not soften extreme conduct', { visits: 9, resolved: true, extreme: true }, 'high'],
  ])('%s', (_, given, expected) => {
    expect(suggestGrade(facts(given), RULES)).toBe(expected);
  });

  it('every threshold is a setting', () => {
    expect(suggestGrade(facts({ heads: 5 }), { ...RULES, highHeads: 6 })).toBe('attention');
    expect(suggestGrade(facts({ heads: 5 }), { ...RULES, highHeads: 6, attentionHeads: 6 })).toBe('general');
    expect(suggestGrade(facts({ visits: 4, resolved: false }), { ...RULES, highVisits: 5 })).toBe('attention');
    expect(suggestGrade(facts({ visits: 3, resolved: false }), { ...RULES, highVisits: 3 })).toBe('high');
    expect(suggestGrade(facts({ interests: true }), { ...RULES, highInterests: false })).toBe('general');
    expect(suggestGrade(facts({ extreme: true }), { ...RULES, highExtreme: false })).toBe('general');
  });

  const anyFacts = fc.record({
    heads: fc.option(fc.integer({ min: 1, max: 50 })),
    visits: fc.option(fc.integer({ min: 1, max: 12 })),
    resolved: fc.option(fc.boolean()),
    interests: fc.boolean(),
    extreme: fc.boolean(),
  });
  it('any one criterion suffices, and more of them never make it less', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const grade = suggestGrade(each, RULES);
        expect(gradeReasons(each, RULES).every((reason) => gradeRank(reason.grade) <= gradeRank(grade))).toBe(true);
        expect(gradeRank(suggestGrade({ ...each, extreme: true }, RULES))).toBeGreaterThanOrEqual(gradeRank(grade));
        expect(gradeRank(suggestGrade({ ...each, heads: (each.heads ?? 0) + 5 }, RULES))).toBeGreaterThanOrEqual(gradeRank(grade));
      }),
    );
  });
  it('conduct is a reason that only few may read; how many there are is no secret', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const all = gradeReasons(each, RULES);
        const told = reasonsFor(all, false);
        expect(told.map(({ grade }) => grade)).toEqual(all.map(({ grade }) => grade));
        expect(told.some(({ criterion, text }) => criterion === 'extreme' || text.includes('极端'))).toBe(false);
        expect(reasonsFor(all, true)).toEqual(all);
      }),
    );
  });
});

describe('the suggestion and the decision', () => {
  const grade = fc.constantFrom(...FORECAST_GRADES);

  it('a human grade holds over every suggestion', () => {
    fc.assert(
      fc.property(grade, grade, (suggested, decided) => {
        expect(gradeInForce({ suggested, grade: decided })).toBe(decided);
        expect(gradeInForce({ suggested, grade: '' })).toBe(suggested);
      }),
    );
  });
  it('a reason is asked for exactly where something is lowered', () => {
    fc.assert(
      fc.property(grade, grade, fc.option(grade), (next, suggested, before) => {
        const lower = gradeRank(next) < gradeRank(suggested) || (before !== null && gradeRank(next) < gradeRank(before));
        expect(checkGrading(next, '  ', { suggested, grade: before }) !== '').toBe(lower);
        expect(checkGrading(next, '已与其约好改日', { suggested, grade: before })).toBe('');
      }),
    );
  });
  it('preparation begins at 关注', () => {
    expect(FORECAST_GRADES.map((each) => needsPreparation({ suggested: 'high', grade: each }))).toEqual([false, true, true]);
  });
  it('another threshold counts for today and later at once, and changes no day that is over', () => {
    const row = { ...facts({ heads: 5 }), date: '2026-11-23', suggested: 'high' as const };
    const rules = { ...RULES, highHeads: 6 };
    expect(standingSuggestion(row, rules, '2026-11-23')).toBe('attention');
    expect(standingSuggestion(row, rules, '2026-11-22')).toBe('attention');
    expect(standingSuggestion(row, rules, '2026-11-24')).toBe('high');
  });
});
