import { z } from 'zod';
import { DeskCode, text } from './basics';

/** What the unit decides about its 专报 and the end of its day. */
export const ReportSettings = z.object({
  /** The one desk that gives 专报 their numbers at issue; empty: the first of the hall's list. */
  briefingDesk: z.union([DeskCode, z.literal('')]).default(''),
  /** 拟稿 and 审核 are two people. */
  otherReviewer: z.boolean().default(true),
  secrecy: text(20).default('内部'),
  term: text(20).default(''),
  /** 报送对象 of a new one. */
  to: text(200).default('领导小组'),
  /** Closing the program first asks for what of the day's end is still open. */
  quitAsks: z.boolean().default(true),
});
export type ReportSettings = z.infer<typeof ReportSettings>;
