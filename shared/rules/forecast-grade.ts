import {
  FORECAST_GRADES,
  type ForecastFacts,
  type ForecastGrade,
  type ForecastReason,
  type ForecastSettings,
  NOT_KNOWN,
} from '../domain/forecast';

/**
 * 研判 (plan S31, S32): what the facts suggest, and how that stands beside what a person decided. The two are never merged,
 * and neither has anything to do with the level of an incident (domain fact 2).
 */

export const gradeRank = (grade: ForecastGrade): number => FORECAST_GRADES.indexOf(grade);

type Thresholds = Omit<ForecastSettings, 'closeAt' | 'gradeMinutes' | 'linkItems'>;

/** Every criterion that is met, the gravest first. What is not known meets none. */
export function gradeReasons(facts: ForecastFacts, rules: Thresholds): ForecastReason[] {
  const reasons: ForecastReason[] = [];
  const { heads, visits, resolved } = facts;
  if (heads !== null) {
    // 民法典 1259 条: 以上 includes the number.
    if (heads >= rules.highHeads)
      reasons.push({ criterion: 'heads', grade: 'high', text: `${heads} 人，达到 ${rules.highHeads} 人以上集体访` });
    else if (heads >= rules.attentionHeads)
      reasons.push({ criterion: 'heads', grade: 'attention', text: `${heads} 人，接近 ${rules.highHeads} 人集体访` });
  }
  // A matter of which nobody knows how it stands is not taken for resolved.
  if (visits !== null && resolved !== true) {
    const told = `同一事项第 ${visits} 次，${resolved === null ? `是否化解${NOT_KNOWN}` : '未化解'}`;
    if (visits >= rules.highVisits) reasons.push({ criterion: 'visits', grade: 'high', text: told });
    else if (visits >= rules.attentionVisits) reasons.push({ criterion: 'visits', grade: 'attention', text: told });
  }
  if (facts.interests && rules.highInterests) reasons.push({ criterion: 'interests', grade: 'high', text: '涉及重大利益冲突' });
  if (facts.extreme && rules.highExtreme) reasons.push({ criterion: 'extreme', grade: 'high', text: '有极端行为史' });
  return reasons.sort((a, b) => gradeRank(b.grade) - gradeRank(a.grade));
}

/** The gravest criterion alone decides: any one suffices. */
export const suggestGrade = (facts: ForecastFacts, rules: Thresholds): ForecastGrade => gradeReasons(facts, rules)[0]?.grade ?? 'general';

/** Whoever may not know of conduct learns that there is a reason, not which (domain fact 8). */
export const reasonsFor = (reasons: readonly ForecastReason[], mayKnow: boolean): ForecastReason[] =>
  reasons.map((reason) =>
    reason.criterion === 'extreme' && !mayKnow ? { criterion: 'restricted', grade: reason.grade, text: '有受限依据' } : reason,
  );

/** As a row holds them: '' until a person graded. */
export interface Graded {
  suggested: ForecastGrade;
  grade: ForecastGrade | '' | null;
}
/** What holds for an item: a person's word, and until there is one the suggestion. */
export const gradeInForce = ({ grade, suggested }: Graded): ForecastGrade => grade || suggested;
/** 「关注」级以上 (plan S34): from here on the hall prepares. */
export const needsPreparation = (item: Graded): boolean => gradeRank(gradeInForce(item)) >= gradeRank('attention');

/** A row's facts, as the criteria take them. */
export const factsOf = ({ heads, visits, resolved, interests, extreme }: ForecastFacts): ForecastFacts => ({
  ...{ heads, visits, resolved, interests, extreme },
});

/**
 * The suggestion that counts for a row: of today and later by the thresholds of now, wherever the row was written; of a
 * day that is over as it was then, for nobody can have acted on what is set today.
 * @param today `YYYY-MM-DD`
 */
export const standingSuggestion = (
  row: ForecastFacts & { date: string; suggested: ForecastGrade },
  rules: Thresholds,
  today: string,
): ForecastGrade => (row.date < today ? row.suggested : suggestGrade(row, rules));

/**
 * Whether a decision needs a reason: it is below the suggestion, or below what a person decided before (plan S31).
 * @returns the sentence beside the field, '' when all is well
 */
export function checkGrading(grade: ForecastGrade, reason: string, now: Graded): string {
  if (reason.trim() !== '') return '';
  if (gradeRank(grade) < gradeRank(now.suggested)) return '低于建议等级，请写明理由';
  if (now.grade && gradeRank(grade) < gradeRank(now.grade)) return '低于原定等级，请写明理由';
  return '';
}
