import { z } from 'zod';
import { DayString, Id, requiredText } from './basics';

/** What a visit is called in another system: its field there, and the value to be typed. */
export const TranscriptField = z.object({ code: z.string(), name: z.string(), value: z.string() });
export type TranscriptField = z.infer<typeof TranscriptField>;

/** One visit to be typed into the official system; numbers masked, for the list is looked over with people about. */
export const TranscriptRow = z.object({
  visitId: Id,
  number: z.string(),
  day: DayString,
  maskedName: z.string(),
  summary: z.string(),
  entered: z.object({ day: DayString, officialNumber: z.string(), staffName: z.string() }).nullable(),
});
export type TranscriptRow = z.infer<typeof TranscriptRow>;

/** Days of the visits, both included; `todo`: only what is not typed yet. */
export const TranscriptRange = z
  .object({ from: DayString, to: DayString, todo: z.boolean() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '止日不能早于起日' });
export type TranscriptRange = z.infer<typeof TranscriptRange>;

export const OfficialNumber = requiredText(60, '系统编号');
