import { FORECAST_GRADE_NAMES, FORECAST_GRADES } from '../domain/forecast';
import type { DayForecast, DayVisit } from './briefing-facts';
import { gradeRank } from './forecast-grade';

/** 来访前预警等级 in a 专报 (plan S31): of the items of the forecast, never to be taken for the level of an incident. */

export const gravestFirst = (forecasts: readonly DayForecast[]): DayForecast[] =>
  [...forecasts].sort((a, b) => gradeRank(b.grade) - gradeRank(a.grade));

/** Of the day's items those that name this visit's matter, or one of its people. */
export const warnedOf = ({ matterId, personIds }: DayVisit, forecasts: readonly DayForecast[]): DayForecast[] =>
  gravestFirst(forecasts.filter((each) => (each.matterId !== '' && each.matterId === matterId) || personIds.includes(each.personId)));

/** 「高风险 1 件、一般 2 件」; empty where nothing was forecast, for nobody graded anything then. */
export const warnings = (forecasts: readonly DayForecast[]): string =>
  [...FORECAST_GRADES]
    .reverse()
    .map((grade) => ({ grade, of: forecasts.filter((each) => each.grade === grade).length }))
    .filter(({ of }) => of > 0)
    .map(({ grade, of }) => `${FORECAST_GRADE_NAMES[grade]} ${of} 件`)
    .join('、');
