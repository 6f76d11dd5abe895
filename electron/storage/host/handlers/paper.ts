import { buildEvacuation } from '../../../../shared/documents/evacuation';
import { buildPaperCards } from '../../../../shared/documents/paper-cards';
import { buildReceipt } from '../../../../shared/documents/receipt';
import type { Settings } from '../../../../shared/domain/settings';
import { refuse } from '../../../../shared/errors';
import { LAST_CARD } from '../../../../shared/rules/card-number';
import { timeOf } from '../../../../shared/rules/time';
import { writeAs } from '../host';
import { evacuationNow } from '../views/evacuation-view';
import { nameShown } from '../views/person-view';
import { addPrintJob } from '../visits/print-content';
import { timesPrinted } from '../visits/times-printed';
import { forPaper, jobMade } from './printing';
import type { InternalHandlers } from './types';

/** Papers of the hall: 疏散名单 and 寄存收据. What they say is frozen with the job. */
export const paperHandlers: Pick<InternalHandlers, 'internal.print.evacuation' | 'internal.print.receipt' | 'internal.print.paperCards'> = {
  'internal.print.evacuation': async (host, { printer, masked }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const [list, settings, demo, staff] = await Promise.all([
        evacuationNow(host, masked),
        host.steady.settings(),
        host.steady.demo(),
        host.steady.staffNames(),
      ]);
      const madeBy = masked ? '' : (staff.get(call.actor.staffId ?? '') ?? '');
      const content = { kind: 'evacuation' as const, model: buildEvacuation(list, { unitName: settings.unit.name, madeBy, demo }) };
      draft.audit(call.name, printer, masked ? '姓名已遮盖' : '');
      const label = `疏散名单 ${timeOf(draft.at)}`;
      const id = addPrintJob(draft, { content, visit: null, label, deskCode: host.deskCode, printer, reprint: 0, reason: '' });
      return { id, heads: list.total };
    });
    return { job: await jobMade(host, receipt.id), heads: receipt.heads };
  },

  'internal.print.receipt': async (host, { visitId }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const { settings, visit, facts } = await forPaper(host, visitId);
      const { mode, cardPrinter, letterPrinter } = settings.printing;
      const printer = cardPrinter || letterPrinter;
      if (mode !== 'printer' || !printer) refuse('refused', { message: '本台未设打印机，请手写收据，物品记录已保存。' });
      const stored = await host.db.rows('items').where('visitId').equals(visitId).toArray();
      const items = (await host.reader.open('items', stored)).filter((item) => item.state === 'held').sort((a, b) => a.at - b.at);
      if (items.length === 0) refuse('refused', { message: '没有寄存中的物品，不需要收据。' });
      const [first] = facts.people;
      const model = buildReceipt({
        unitName: settings.unit.name,
        phone: settings.unit.phone,
        number: visit.number,
        queueNumber: visit.queueNumber,
        name: first ? nameShown(first) : '',
        items: items.map((item) => ({ ...item, staffName: facts.staff.get(item.staffId) ?? '' })),
        demo: facts.demo,
      });
      const reprint = await timesPrinted(host, visitId, 'receipt');
      draft.audit(call.name, visit.number);
      const content = { kind: 'receipt' as const, model };
      return { id: addPrintJob(draft, { content, visit, deskCode: host.deskCode, printer, reprint, reason: '' }) };
    });
    return jobMade(host, receipt.id);
  },

  'internal.print.paperCards': async (host, { from, count }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const [settings, demo] = await Promise.all([host.steady.settings(), host.steady.demo()]);
      if (from < settings.rules.paperFrom || from + count - 1 > LAST_CARD) {
        const most = `号码应在 ${settings.rules.paperFrom}–${LAST_CARD} 之内`;
        refuse('refused', { message: `${most}，没有打印。`, fields: { from: most } });
      }
      const model = buildPaperCards({ ...settings, deskCode: host.deskCode, from, count, demo });
      draft.audit(call.name, `${from}–${from + count - 1}`);
      return {
        id: addPrintJob(draft, {
          content: { kind: 'paper-cards', model },
          visit: null,
          label: `备用卡 ${model.queueNumbers[0]}–${model.queueNumbers.at(-1)}`,
          deskCode: host.deskCode,
          printer: a6Printer(settings),
          reprint: 0,
          reason: '',
        }),
      };
    });
    return jobMade(host, receipt.id);
  },
};

/** A roll is no card: then the letters' printer has to do. */
function a6Printer({ printing }: Settings): string {
  const { mode, cardPrinter, letterPrinter, profiles } = printing;
  const fits = [cardPrinter, letterPrinter].find((printer) => printer !== '' && profiles[printer]?.format !== 'slip80');
  if (mode !== 'printer' || !fits)
    refuse('refused', { message: '本台没有能打印 A6 卡片的打印机，没有打印。可换一台登记台打印，或用号码本。' });
  return fits;
}
