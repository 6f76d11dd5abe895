import { v7 as uuid } from 'uuid';
import { buildDayReport } from '../../../../shared/documents/day-report';
import type { SheetModel } from '../../../../shared/documents/sheet';
import type { DayReport } from '../../../../shared/domain/day-end';
import { refuse } from '../../../../shared/errors';
import { dayReport, dayTimes } from '../../../../shared/rules/day-report';
import { addDays, instantAt, isRealDay } from '../../../../shared/rules/time';
import { unitCalendar } from '../../../../shared/rules/working-days';
import { type Host, writeAs } from '../host';
import { mustHavePrinter } from '../incidents/incident-print';
import { dayRecords, talksOfDay, visitsOfDay } from '../reports/day-records';
import { printSheet } from '../reports/print-sheet';
import type { Opened } from '../tables';
import { jobMade } from './printing';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'dayReport.look'> &
  Pick<InternalHandlers, 'internal.dayReport.make' | 'internal.dayReport.print' | 'internal.dayReport.model'>;

/** 日报: figures from the records of a day, kept as they were when it was made. */
export const dayReportHandlers: Handlers = {
  'dayReport.look': (host, { date }) => host.db.reading(() => figures(host, mustBeDay(host, date))),

  'internal.dayReport.make': (host, { date }, call) =>
    writeAs(host, call, async (draft) => {
      const report = await figures(host, mustBeDay(host, date));
      const before = await host.db.rows('dayReports').where('date').equals(date).toArray();
      const edition = Math.max(0, ...before.map((row) => Number(row.edition))) + 1;
      const id = uuid();
      draft.add('dayReports', id, { date, deskCode: host.deskCode, at: draft.at, staffId: call.actor.staffId ?? '', edition, report });
      draft.audit(call.name, date, edition > 1 ? `第 ${edition} 版` : '');
      return { id, edition };
    }),

  'internal.dayReport.print': async (host, { id }, call) => {
    const { jobId } = await writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const row = await mustBeReport(host, id);
      const label = `日报 ${row.date}${row.edition > 1 ? ` 第 ${row.edition} 版` : ''}`;
      draft.audit(call.name, row.date, label);
      return {
        jobId: await printSheet(host, draft, { kind: 'day-report', model: await modelOf(host, row), label, printer, counted: true }),
      };
    });
    return jobMade(host, jobId);
  },

  'internal.dayReport.model': async (host, { id }) => {
    const row = await mustBeReport(host, id);
    return { model: await modelOf(host, row), date: row.date };
  },
};

function mustBeDay({ clock }: Host, date: string): string {
  if (!isRealDay(date) || date > clock.today())
    refuse('refused', { message: '日报只能是今天或以前的，没有生成。', fields: { date: '请选择今天或以前的日期' } });
  return date;
}

async function mustBeReport({ reader }: Host, id: string): Promise<Opened<'dayReports'>> {
  const row = (await reader.one('dayReports', id)) ?? refuse('not-found', { message: '没有找到这份日报，请重新生成。' });
  if (row.unreadable || !row.report) refuse('damaged');
  return row;
}

async function modelOf(host: Host, { report, edition, at, staffId, deskCode }: Opened<'dayReports'>): Promise<SheetModel> {
  const { unit, hall } = await host.steady.settings();
  return buildDayReport(report ?? refuse('damaged'), edition, {
    unitName: unit.name,
    deskName: hall.desks.find(({ code }) => code === deskCode)?.name ?? '',
    demo: await host.steady.demo(),
    at,
    byName: (await host.steady.staffNames()).get(staffId) ?? '',
  });
}

async function figures(host: Host, date: string): Promise<DayReport> {
  const { db, reader } = host;
  const failed = await db
    .rows('printJobs')
    .where('createdAt')
    .between(instantAt(date, '00:00'), instantAt(addDays(date, 1), '00:00'), true, false)
    .filter(({ state }) => state === 'failed')
    .count();
  return dayReport(await dayRecords(host, date), {
    ...dayTimes(await visitsOfDay(host, date), await talksOfDay(host, date)),
    printFailures: failed,
    workday: unitCalendar((await reader.settings()).calendar).isWorkday(date),
  });
}
