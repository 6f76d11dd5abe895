import { buildStatistics } from '../../../../shared/documents/statistics';
import type { StatReport } from '../../../../shared/domain/statistics';
import { refuse } from '../../../../shared/errors';
import { refusedClosing } from '../../../../shared/statistics/closing';
import { FILL, isFill } from '../day-figures';
import { type Host, writeAs } from '../host';
import { mustHavePrinter } from '../incidents/incident-print';
import { addClosing, asClosed, closingOf } from '../statistics/closing';
import { askedPeriod, periodReport } from '../statistics/period-report';
import { recordsPage } from '../statistics/records';
import { addPrintJob } from '../visits/print-content';
import { jobMade } from './printing';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Names = 'statistics.report' | 'statistics.walk' | 'statistics.records' | 'statistics.close' | 'statistics.reopen';
type Handlers = Pick<RequestHandlers, Names> & Pick<InternalHandlers, 'internal.statistics.report' | 'internal.print.statistics'>;

/** 统计: from the kept figures at once, and from the records in steps. */
export const statisticsHandlers: Handlers = {
  'statistics.report': async (host, asked) => asClosed(host, await periodReport(host, asked, null)),

  'statistics.walk': async (host, { walkId, ...asked }) => {
    const walk = host.walks.get(walkId) ?? host.walks.begin(walkId, host, asked);
    await walk.step();
    return { done: walk.done, total: walk.total, report: walk.report };
  },

  'statistics.records': (host, wanted) => recordsPage(host, wanted),

  'statistics.close': async (host, { walkId }, call) => {
    const report = await whole(host, walkId);
    const refused = refusedClosing(report, host.clock.today());
    if (refused) refuse('refused', { message: refused });
    await writeAs(host, call, async (draft) => {
      addClosing(draft, host, call, report, { act: 'close', note: '', report });
      draft.audit(call.name, report.title);
      return {};
    });
    return {};
  },

  'statistics.reopen': async (host, { unit, day, reason }, call) => {
    const period = askedPeriod(host, { unit, day });
    await writeAs(host, call, async (draft) => {
      if (!(await closingOf(host, period))) refuse('conflict', { message: '这一期没有定稿，不用重开，什么也没有改变。' });
      addClosing(draft, host, call, period, { act: 'reopen', note: reason, report: null });
      draft.audit(call.name, period.title, reason);
      return {};
    });
    return {};
  },

  'internal.statistics.report': (host, { walkId }) => whole(host, walkId),

  'internal.print.statistics': async (host, { walkId }, call) => {
    const report = await whole(host, walkId);
    const { id } = await writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const [settings, demo, staff] = await Promise.all([host.steady.settings(), host.steady.demo(), host.steady.staffNames()]);
      const madeBy = staff.get(call.actor.staffId ?? '') ?? '';
      const model = buildStatistics(report, { unitName: settings.unit.name, madeBy, at: draft.at, demo });
      draft.audit(call.name, printer, report.title);
      const content = { kind: 'statistics' as const, model };
      return {
        id: addPrintJob(draft, { content, visit: null, label: report.title, deskCode: host.deskCode, printer, reprint: 0, reason: '' }),
      };
    });
    return jobMade(host, id);
  },
};

/** What goes on paper or out of the house is whole: nothing in it is still being counted. */
async function whole({ db, walks }: Host, walkId: string): Promise<StatReport> {
  if (isFill(await db.dayFigures.get(FILL)))
    refuse('refused', { message: '以往的记录还在补算，现在的数字不全，没有打印或导出。补算完成后再办，进度见「统计」上方。' });
  return walks.get(walkId)?.report ?? refuse('refused', { message: '统计还没有完成，没有打印或导出。请等统计完成后再办。' });
}

export const statisticsLives: Pick<LiveHandlers, 'statistics.fill'> = {
  'statistics.fill': async ({ db }) => {
    const state = await db.dayFigures.get(FILL);
    return isFill(state) ? { done: state.done, total: state.total } : null;
  },
};
