import { v7 as uuid } from 'uuid';
import { buildReportPaper } from '../../../../shared/documents/incident-paper';
import { buildIncidentSheet } from '../../../../shared/documents/incident-sheet';
import { REPORT_KINDS, type ReportKind } from '../../../../shared/domain/incident-report';
import { refuse } from '../../../../shared/errors';
import { serviceOf } from '../../../../shared/rules/incident-calls';
import { ruleOf } from '../../../../shared/rules/incident-level';
import { incidentPicture } from '../../../../shared/rules/incident-picture';
import { draftReport, reportTitle } from '../../../../shared/rules/incident-report';
import { ABOVE, nextReport, refusedReport, reportClocks } from '../../../../shared/rules/report-clocks';
import { type Call, type Host, writeAs } from '../host';
import { addEntries, entriesOf } from '../incidents/incident-entries';
import { a4Printer, mustHavePrinter, printPaper } from '../incidents/incident-print';
import { incidentFacts, reportsOf, sheetFacts } from '../incidents/paper-facts';
import { responseOf } from '../incidents/response-of';
import { mustFind } from '../incidents/running';
import type { Opened } from '../tables';

import { jobMade } from './printing';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'incident.reportDraft'> &
  Pick<InternalHandlers, 'internal.incident.report' | 'internal.incident.printReport' | 'internal.incident.printSheet'>;
type Report = Opened<'incidentReports'>;

const kindsOf = (reports: readonly Report[]): ReportKind[] => reports.map(({ kind }) => kind);
/** 续报 are counted by themselves. */
const titleOf = (kind: ReportKind, reports: readonly Report[]): string =>
  reportTitle(kind, reports.filter((each) => each.kind === 'follow-up').length + 1);

export const incidentReportHandlers: Handlers = {
  'incident.reportDraft': (host, { id, kind: asked }) =>
    host.db.reading(async () => {
      const incident = await mustFind(host, id);
      const entries = await entriesOf(host, id);
      const facts = await incidentFacts(host, incident, entries);
      const reports = await reportsOf(host, id);
      const { state, level } = facts.picture;
      const kind = asked ?? nextReport(state, kindsOf(reports));
      const last = reports.at(-1);
      const since = entries.find(({ data }) => data.kind === 'report' && data.reportId === last?.id)?.n ?? -1;
      const { contacts } = facts.emergency;
      const named = (key: string): string => contacts.find((each) => each.key === key)?.name ?? '';
      const asks = ruleOf(facts.emergency, level).calls.filter(({ to }) => ABOVE.includes(to));
      return {
        kind,
        title: titleOf(kind, reports),
        sections: draftReport(kind, facts, since),
        kinds: REPORT_KINDS.map((each) => ({
          kind: each,
          title: titleOf(each, reports),
          refused: refusedReport(each, state, kindsOf(reports)),
        })),
        to: last ? last.to.split('、') : asks.map(({ to }) => named(to)).filter(Boolean),
        receivers: contacts.filter(({ key, group }) => group === '' && !serviceOf(key) && !PRIVATE.has(key)).map(({ name }) => name),
      };
    }),

  'internal.incident.report': (host, { id, kind, to, sections, signerId }, call) =>
    writeAs(host, call, async (draft) => {
      const incident = await mustFind(host, id);
      const { state } = incidentPicture(await entriesOf(host, id), incident.plan);
      const reports = await reportsOf(host, id);
      const refused = refusedReport(kind, state, kindsOf(reports));
      if (refused) refuse('refused', { message: `${refused}内容没有签发，仍在这里。`, fields: { kind: refused } });
      const reportId = uuid();
      const title = titleOf(kind, reports);
      const open = { incidentId: id, at: draft.at, n: reports.length + 1, kind, signedBy: signerId, staffId: call.actor.staffId ?? '' };
      const report = { ...open, title, to, sections };
      draft.add('incidentReports', reportId, report, incident.keyId);
      const signedBy = (await host.steady.staffNames()).get(signerId) ?? '';
      await addEntries(host, draft, incident, call.actor.staffId ?? '', [{ kind: 'report', reportId, title, to, signedBy }]);
      draft.audit(call.name, incident.number, title);
      const printer = await a4Printer(host);
      const printJobId = printer ? await toPaper(host, draft, incident, report, printer) : '';
      return { reportId, title, printJobId };
    }),

  'internal.incident.printReport': async (host, { reportId }, call) =>
    printed(host, call, async (draft, printer) => {
      const report = (await host.reader.one('incidentReports', reportId)) ?? refuse('not-found', { message: '没有找到这份报告。' });
      if (report.unreadable) refuse('damaged');
      const incident = await mustFind(host, report.incidentId);
      draft.audit(call.name, incident.number, report.title);
      return toPaper(host, draft, incident, report, printer);
    }),

  'internal.incident.printSheet': async (host, { id }, call) =>
    printed(host, call, async (draft, printer) => {
      const incident = await mustFind(host, id);
      if (incident.unreadable) refuse('damaged');
      const model = buildIncidentSheet(await sheetFacts(host, incident, await entriesOf(host, id), call.actor.staffId ?? ''));
      draft.audit(call.name, incident.number);
      const label = labelOf('报告单', incident);
      return printPaper(host, draft, { kind: 'incident-sheet', model, label, printer, incident });
    }),
};

/** Families and guardians get no report of an incident. */
const PRIVATE: ReadonlySet<string> = new Set(['family', 'guardian']);

const labelOf = (title: string, { number, mode }: Opened<'incidents'>): string => `${mode === 'drill' ? '演练 ' : ''}${title} ${number}`;

async function printed(
  host: Host,
  call: Call,
  make: (draft: Parameters<Parameters<typeof writeAs>[2]>[0], printer: string) => Promise<string>,
) {
  const { id } = await writeAs(host, call, async (draft) => ({ id: await make(draft, await mustHavePrinter(host)) }));
  return jobMade(host, id);
}

async function toPaper(
  host: Host,
  draft: Parameters<typeof printPaper>[1],
  incident: Opened<'incidents'>,
  { title, to, sections, signedBy, at }: Pick<Report, 'title' | 'to' | 'sections' | 'signedBy' | 'at'>,
  printer: string,
): Promise<string> {
  const model = buildReportPaper({
    unitName: (await host.steady.settings()).unit.name,
    number: incident.number,
    ...{ title, to, sections },
    signedName: (await host.steady.staffNames()).get(signedBy) ?? '',
    signedAt: at,
    demo: await host.steady.demo(),
    drill: incident.mode === 'drill',
  });
  return printPaper(host, draft, { kind: 'incident-report', model, label: labelOf(title, incident), printer, incident });
}

export const incidentReportLives: Pick<LiveHandlers, 'incident.reports'> = {
  'incident.reports': async (host, { id }) => {
    const incident = await host.reader.one('incidents', id);
    if (!incident) return { reports: [], clocks: [] };
    const { settings, staff } = await responseOf(host, incident);
    const [entries, reports] = [await entriesOf(host, id), await reportsOf(host, id)];
    const elapsed = new Map(entries.flatMap(({ data, elapsed: at }) => (data.kind === 'report' ? [[data.reportId, at] as const] : [])));
    const given = reports.map((report) => ({ kind: report.kind, elapsed: elapsed.get(report.id) ?? report.at - incident.raisedAt }));
    return {
      reports: reports.map(({ id: reportId, kind, n, title, to, at, signedBy, sections }) => ({
        ...{ id: reportId, kind, n, title, to, at, sections },
        signedName: staff.get(signedBy)?.name ?? '',
      })),
      clocks: reportClocks({ ...incidentPicture(entries, incident.plan), reports: given }, settings.emergency),
    };
  },
};
