import { z } from 'zod';
import { Id, Instant, requiredText, text } from './basics';
import { Elapsed } from './incident';

/** 初报, 续报 (numbered), 终报 (incidents 3.3). */
export const REPORT_KINDS = ['first', 'follow-up', 'final'] as const;
export const ReportKind = z.enum(REPORT_KINDS);
export type ReportKind = z.infer<typeof ReportKind>;
export const REPORT_KIND_NAMES: Record<ReportKind, string> = { first: '初报', 'follow-up': '续报', final: '终报' };

/** One element of a report: 接报时间, 事发地点 … */
export const ReportSection = z.object({ label: requiredText(20, '栏目'), text: text(4000) });
export type ReportSection = z.infer<typeof ReportSection>;

export const ReportView = z.object({
  id: Id,
  kind: ReportKind,
  n: z.number().int(),
  title: z.string(),
  to: z.string(),
  at: Instant,
  signedName: z.string(),
  sections: z.array(ReportSection),
});
export type ReportView = z.infer<typeof ReportView>;

/** What is asked for by its hour: by telephone, in writing, again while it lasts, and after its end. */
export const REPORT_CLOCKS = ['phone', ...REPORT_KINDS] as const;
export const ReportClock = z.object({
  what: z.enum(REPORT_CLOCKS),
  /** Ms on the incident's clock. */
  due: z.number(),
  done: Elapsed.nullable(),
});
export type ReportClock = z.infer<typeof ReportClock>;
export const REPORT_CLOCK_NAMES: Record<ReportClock['what'], string> = {
  phone: '电话报告',
  first: '书面初报',
  'follow-up': '续报',
  final: '终报',
};

/** An element that nobody knows anything of is said to be unknown, never left out (forms 5.7). */
export const UNKNOWN = '未掌握';
