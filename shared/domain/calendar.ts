import { z } from 'zod';
import { DayString, requiredText, text } from './basics';

/**
 * What the State Council's yearly notice says: days off that are no plain weekend, and weekend days worked instead.
 * Its year is that of the document; a day of the December before may stand in it.
 */
export const HolidayNotice = z.object({
  year: z.number().int().min(2000).max(2100),
  /** Where it was read: the notice's address or number. */
  source: text(200).default(''),
  off: z.array(DayString).max(120),
  work: z.array(DayString).max(60),
});
export type HolidayNotice = z.infer<typeof HolidayNotice>;

/** A day on which this unit differs from the notice: 民族节日, 临时停工, 值班补班. */
export const UnitDay = z.object({ day: DayString, work: z.boolean(), reason: requiredText(60, '原因') });
export type UnitDay = z.infer<typeof UnitDay>;

export const CalendarSettings = z.object({
  /** Entered here, one a year; it stands before the one that the program brought. */
  notices: z.array(HolidayNotice).max(60),
  unitDays: z.array(UnitDay).max(500).default([]),
});
export type CalendarSettings = z.infer<typeof CalendarSettings>;
