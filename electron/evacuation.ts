import { READERS } from '../shared/contract/roles';
import type { PrinterView } from '../shared/domain/printing';
import type { PrintingSettings } from '../shared/domain/settings';
import { refuse } from '../shared/errors';
import type { Program } from './program';
import type { Actor } from './storage/protocol';

const NOT_PRINTED = '没有能用的打印机，疏散名单没有打印。';
const ON_SCREEN = '请看屏幕上的名单（F10），或用手机拍下带走。';
/** A locked screen, and one of somebody who sees no visitor, have no list to look at. */
const ELSEWHERE = '请由登记台登录后按 F10，看屏幕上的名单。';

/** The list on paper, at whichever printer works; names only for somebody who is here and may see them. */
export async function printEvacuation(
  program: Program,
  { staffId }: Actor,
): Promise<{ printJobId: string; printer: string; heads: number }> {
  const { storage } = program.store();
  const { staff, locked } = program.session;
  const maySee = !locked && staff !== null && READERS.some((role) => staff.roles.includes(role));
  const [{ printing }, printers] = await Promise.all([storage.internal('internal.settings', null), program.printers()]);
  const printer = choosePrinter(printers, printing) ?? refuse('printer', { message: NOT_PRINTED + (maySee ? ON_SCREEN : ELSEWHERE) });
  const { job, heads } = await storage.internal('internal.print.evacuation', { printer, masked: !maySee }, staffId);
  await storage.internal('internal.alarm.evacuationPrinted', { heads }, staffId);
  return { printJobId: job.id, printer, heads };
}

/** The desk's own printers first, the one for letters before the one for cards; a stopped one only if all are. */
export function choosePrinter(printers: readonly PrinterView[], { letterPrinter, cardPrinter }: PrintingSettings): string | undefined {
  const ranked = [letterPrinter, cardPrinter].filter((name) => name !== '');
  const works = (name: string): boolean => printers.some((each) => each.name === name && (each.state === 'ready' || each.state === 'busy'));
  return (
    ranked.find(works) ??
    printers.find((each) => each.state === 'ready' || each.state === 'busy')?.name ??
    ranked[0] ??
    printers.find((each) => each.isDefault)?.name
  );
}
