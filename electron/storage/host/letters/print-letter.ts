import { fillTemplate, type LetterModel, type LetterValues } from '../../../../shared/documents/letter';
import type { LetterKind } from '../../../../shared/domain/letters';
import { refuse } from '../../../../shared/errors';
import { longDay } from '../../../../shared/rules/time';
import type { Draft } from '../draft';
import type { Call, Host } from '../host';
import type { Opened } from '../tables';
import { addPrintJob } from '../visits/print-content';
import { timesNamed } from '../visits/times-printed';
import { templateInForce } from './templates';

interface Paper {
  interview: Opened<'interviews'>;
  kind: LetterKind;
  values: LetterValues;
  /** Which of several of its kind. */
  about?: string;
}

/** The paper as it stands now, frozen in a print job. @returns the job's id */
export async function printLetter(host: Host, draft: Draft, call: Call, { interview, kind, values, about = '' }: Paper): Promise<string> {
  const visit = (await host.reader.one('visits', interview.visitId)) ?? refuse('not-found');
  const settings = await host.steady.settings();
  const { mode, letterPrinter, cardPrinter } = settings.printing;
  const printer = letterPrinter || cardPrinter;
  if (mode !== 'printer' || !printer)
    refuse('refused', { message: '本台未设打印机，文书没有打印，接谈记录已保存。请在「设置 · 打印」选择打印机。' });
  const template = await templateInForce(host, kind);
  const model: LetterModel = {
    letter: kind,
    title: template.title,
    unitName: settings.unit.name,
    number: visit.number,
    date: longDay(host.clock.today()),
    blocks: fillTemplate(template, values),
    demo: await host.steady.demo(),
  };
  const label = `${template.title} ${visit.queueNumber}${about}`;
  const reprint = await timesNamed(host, visit.id, label);
  draft.audit(call.name, visit.number, template.title);
  return addPrintJob(draft, { content: { kind: 'letter', model }, visit, label, deskCode: host.deskCode, printer, reprint, reason: '' });
}
