import { basename } from 'node:path';
import { app } from 'electron';
import { CLOSERS } from '../../shared/contract/roles';
import type { DayEndItem, DayEndView } from '../../shared/domain/day-end';
import type { PrintState } from '../../shared/domain/printing';
import { refuse } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import { dayEndItems, unsettled } from '../../shared/rules/day-end';
import { backupItem } from '../../shared/rules/self-check';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { chooseSheet, saveSheet } from './save-sheet';
import { runSelfCheck } from './self-check';

type Names =
  | 'selfCheck.run'
  | 'selfCheck.testPage'
  | 'dayEnd.look'
  | 'dayEnd.close'
  | 'program.quit'
  | 'handOver.people'
  | 'handOver.confirm'
  | 'handOver.print'
  | 'dayReport.make'
  | 'dayReport.export';

const WAITING: PrintState[] = ['queued', 'rendering', 'ready', 'spooling', 'spooled', 'unknown'];

/** The beginning and the end of a day, as far as they need printer, PIN, backup or the program itself. */
export function dayEndMainHandlers(program: Program): Pick<MainHandlers, Names> {
  const storage = () => program.store().storage;
  /** Where no printer is set the paper is not missed: it can be printed later, from any desk that has one. */
  const onPaper = async (print: () => Promise<{ id: string }>): Promise<string> => {
    const { mode, letterPrinter, cardPrinter } = (await storage().internal('internal.settings', null)).printing;
    return mode === 'printer' && (letterPrinter || cardPrinter) ? (await print()).id : '';
  };
  const closers = async () =>
    (await storage().internal('internal.staffCards', null)).filter(({ roles }) => roles.some((role) => CLOSERS.includes(role)));
  return {
    'selfCheck.run': (asked, { staffId }) => runSelfCheck(program, asked, staffId),
    'selfCheck.testPage': async (_input, { staffId }) => {
      const { cardPrinter, letterPrinter } = (await storage().internal('internal.settings', null)).printing;
      const printer = cardPrinter || letterPrinter;
      return { printJobId: await onPaper(() => storage().internal('internal.print.calibrate', { printer }, staffId)) };
    },

    'dayEnd.look': () => look(program),
    'dayEnd.close': async ({ requestId, skipped }, { staffId }) => {
      const { items } = await look(program);
      const open = unsettled(items, skipped);
      if (open.length > 0)
        refuse('refused', {
          message: '日终还没有完成，已写的都在。请办完没有办的事，或写明原因。',
          fields: Object.fromEntries(open.map((key) => [key, '请写明原因'])),
        });
      await storage().internal('internal.dayEnd.close', { skipped }, staffId, requestId);
      return {};
    },
    'program.quit': async () => {
      // After the answer is on its way: the page is gone a moment later.
      setTimeout(() => app.quit(), 50);
      return {};
    },

    'handOver.people': async () =>
      (await closers()).sort((a, b) => Number(b.onDuty) - Number(a.onDuty)).map(({ id, name }) => ({ id, name })),
    'handOver.confirm': async ({ requestId, giverId, giverCode, takerId, takerCode, note }, { staffId }) => {
      if (giverId === takerId)
        refuse('refused', { message: '交班和接班须是两个人，没有保存，已填内容仍在。', fields: { takerId: '请另选接班人' } });
      const known = new Set((await closers()).map(({ id }) => id));
      for (const [field, id] of [
        ['giverId', giverId],
        ['takerId', takerId],
      ] as const)
        if (!known.has(id)) refuse('refused', { message: '没有保存，已填内容仍在。', fields: { [field]: '请从列表选择在岗人员' } });
      await saidBy('giverCode', () => program.pins.check(giverId, giverCode));
      await saidBy('takerCode', () => program.pins.check(takerId, takerCode));
      const { id } = await storage().internal('internal.handOver.add', { giverId, takerId, note }, staffId, requestId);
      return { id, printJobId: await onPaper(() => storage().internal('internal.handOver.print', { id }, staffId)) };
    },
    'handOver.print': async ({ requestId, id }, { staffId }) => ({
      printJobId: (await storage().internal('internal.handOver.print', { id }, staffId, requestId)).id,
    }),

    'dayReport.make': async ({ requestId, date }, { staffId }) => {
      const { id, edition } = await storage().internal('internal.dayReport.make', { date }, staffId, requestId);
      return { id, edition, printJobId: await onPaper(() => storage().internal('internal.dayReport.print', { id }, staffId)) };
    },
    'dayReport.export': async ({ id, format }, { staffId }) => {
      const { model, date } = await storage().internal('internal.dayReport.model', { id });
      const path = await chooseSheet(program.screen.browserWindow, `接访日报 ${date}`, format);
      if (!path) return { saved: false, fileName: '' };
      stillHere(program.session, staffId);
      await storage().internal('internal.audit', { action: 'dayReport.export', target: date, detail: basename(path) }, staffId);
      return { saved: true, fileName: await saveSheet(program.printing(), path, format, 'day-report', model) };
    },
  };
}

/** A wrong PIN is told beside the field of the one of the two whose it is. */
async function saidBy(field: string, check: () => Promise<unknown>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (error instanceof Refusal && (error.error.code === 'wrong-pin' || error.error.code === 'wait'))
      throw new Refusal({ ...error.error, fields: { [field]: error.error.message } });
    throw error;
  }
}

export async function look(program: Program): Promise<DayEndView> {
  const { storage } = program.store();
  const [facts, waiting, failed, settings] = await Promise.all([
    storage.internal('internal.dayEnd.facts', null),
    storage.internal('internal.jobs', { states: WAITING }),
    storage.internal('internal.jobs', { states: ['failed'] }),
    storage.internal('internal.settings', null),
  ]);
  const { level, text } = backupItem(program.backup.view.get(), program.now());
  const items: DayEndItem[] = dayEndItems({
    ...facts,
    reports: facts.reports.length,
    prints: { waiting: waiting.length, failed: failed.length },
    backup: { level, text },
    sync: syncState(program),
  });
  const { date, closed, reopened, handOvers, reports } = facts;
  return { date, items, closed, reopened, handOvers, reports, quitAsks: settings.reports.quitAsks };
}

function syncState(program: Program): Parameters<typeof dayEndItems>[0]['sync'] {
  const { link, waiting } = program.sync.view.get();
  if (link === 'alone') return { level: 'info', waiting: 0, text: '单机使用' };
  if (waiting === 0) return { level: 'good', waiting, text: link === 'online' ? '联网，没有待发送的改动' : '没有待发送的改动' };
  return { level: 'warn', waiting, text: `${waiting} 项改动还没有发到中心` };
}
