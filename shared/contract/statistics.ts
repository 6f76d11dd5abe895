import { z } from 'zod';
import { DayString, Id, requiredText } from '../domain/basics';
import { Figure, PeriodUnit, StatRecord, StatReport } from '../domain/statistics';
import { isRealDay } from '../rules/time';
import { command, live, query } from './define';
import { STATISTICIANS, TABLE_TAKERS } from './roles';

const none = z.object({});
const count = z.number().int().nonnegative();
/** The period of that kind in which the day lies. */
const Asked = z.object({ unit: PeriodUnit, day: DayString.refine(isRealDay, '没有这一天，请核对日期') });
/** With the places, each of which must be opened; everything else of a walk stands outside the seal. */
const Walk = Asked.extend({ places: z.boolean().default(false) });

/** A walk that is over. */
const Walked = z.object({ walkId: Id });

export const RECORDS_A_PAGE = 50;

/** 统计: T1–T12. What is kept by day is told at once, what only the records tell comes with a walk over them. */
export const statisticsContract = {
  'statistics.report': query('storage', STATISTICIANS, Asked, StatReport),
  /**
   * One step of a walk, asked again until `report` is there: so the screen sees how far it is, and stopping to ask ends it.
   * A new `walkId` begins a walk, which is kept for its records until a few later ones were begun.
   */
  'statistics.walk': query(
    'storage',
    STATISTICIANS,
    Walk.extend({ walkId: Id }),
    z.object({ done: count, total: count, report: StatReport.nullable() }),
  ),
  /** Records behind a figure, by day and number; `page` from 0. */
  'statistics.records': query(
    'storage',
    STATISTICIANS,
    Asked.extend({ figure: Figure, walkId: Id.optional(), page: count.max(100_000) }),
    z.object({ rows: z.array(StatRecord).max(RECORDS_A_PAGE), total: count }),
  ),
  /** Past records that are still to be counted after an upgrade; null: none. */
  'statistics.fill': live('storage', STATISTICIANS, none, z.object({ done: count, total: count }).nullable()),
  /** 定稿 of a period that is over, with the figures as the walk told them. */
  'statistics.close': command('storage', TABLE_TAKERS, Walked, none),
  /** 重开: corrections count in a closed period only after somebody has said why. */
  'statistics.reopen': command('storage', TABLE_TAKERS, Asked.extend({ reason: requiredText(200, '重开的原因') }), none),
  /** A4, by the print queue: the tables as the walk told them, which is what the screen shows. */
  'statistics.print': command('main', STATISTICIANS, Walked, z.object({ printJobId: Id, printer: z.string() })),
  /** Opens the system's dialog; `saved` is false when it was cancelled. Audited. */
  'statistics.export': command('main', TABLE_TAKERS, Walked, z.object({ saved: z.boolean(), fileName: z.string(), rows: count })),
} as const;
