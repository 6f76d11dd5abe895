import { z } from 'zod';
import { Id, Instant, requiredText, text } from './basics';

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
