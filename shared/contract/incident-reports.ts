import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import { ReportClock, ReportKind, ReportSection, ReportView } from '../domain/incident-report';
import { Pin } from '../domain/staff';
import { command, live, query } from './define';
import { RESPONDERS } from './roles';

const SignerId = z.uuid('请选择签发人');
/** Empty: no printer is set at this desk, or it was asked for and is not needed. */
const PrintJobId = z.union([Id, z.literal('')]);

/** 初报, 续报, 终报 and 突发事件报告单. Everybody of the hall may draft; only a leader's own PIN signs. */
export const incidentReportContract = {
  /** The elements of a report as the timeline tells them now. Without a kind: of the one that is due. */
  'incident.reportDraft': query(
    'storage',
    RESPONDERS,
    z.object({ id: Id, kind: ReportKind.optional() }),
    z.object({
      kind: ReportKind,
      title: z.string(),
      sections: z.array(ReportSection),
      /** Each kind, and why it cannot be given now; empty: it can. */
      kinds: z.array(z.object({ kind: ReportKind, title: z.string(), refused: z.string() })),
      /** Whom the last report went to, or whom the level asks for. */
      to: z.array(z.string()),
      /** Those outside the unit in the contact list. */
      receivers: z.array(z.string()),
    }),
  ),
  /** Those that were given, oldest first, and until when the next is due; moments on the incident's clock. */
  'incident.reports': live(
    'storage',
    RESPONDERS,
    z.object({ id: Id }),
    z.object({ reports: z.array(ReportView), clocks: z.array(ReportClock) }),
  ),
  /** Who may sign: the leaders who are in the unit. */
  'incident.signers': query('main', RESPONDERS, z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  /** Kept as it is signed and, where there is a printer, put on paper: a printer that is missing delays no report. */
  'incident.report': command(
    'main',
    RESPONDERS,
    z.object({
      requestId: Id,
      id: Id,
      kind: ReportKind,
      to: requiredText(200, '报送对象'),
      sections: z.array(ReportSection).min(1).max(30),
      signerId: SignerId,
      code: Pin,
    }),
    z.object({ reportId: Id, title: z.string(), printJobId: PrintJobId }),
  ),
  /** Once more, or for the first time where there was no printer. */
  'incident.printReport': command('main', RESPONDERS, z.object({ requestId: Id, reportId: Id }), z.object({ printJobId: Id })),
  'incident.printSheet': command('main', RESPONDERS, z.object({ requestId: Id, id: Id }), z.object({ printJobId: Id })),
} as const;
