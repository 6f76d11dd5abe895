import { buildContactSheet } from '../../../../shared/documents/contact-sheet';
import type { Contact } from '../../../../shared/domain/emergency';
import { dayOf } from '../../../../shared/rules/time';
import { type Host, writeAs } from '../host';
import { mustHavePrinter, printPaper } from '../incidents/incident-print';
import { settingsId } from '../read';
import { jobMade } from './printing';
import type { InternalHandlers, LiveHandlers } from './types';

/** Of the call list only bodies: a family's or a guardian's number is known only once somebody dialled it. */
const OF_NO_BODY: ReadonlySet<string> = new Set(['family', 'guardian']);
const outsideOf = (contacts: readonly Contact[]): Contact[] => contacts.filter(({ key, group }) => group === '' && !OF_NO_BODY.has(key));

/** 外部联系: the emergency call list read as a sheet beside the telephone (plan S23); kept in 设置 · 应急, nowhere else. */
export const contactSheetLives: Pick<LiveHandlers, 'contacts.outside'> = {
  'contacts.outside': (host) =>
    host.db.reading(async () => {
      const { emergency } = await host.reader.settings();
      return {
        version: await versionOf(host),
        rows: outsideOf(emergency.contacts).map(({ key, name, person, phone }) => ({ key, name, person, phone })),
      };
    }),
};

export const contactSheetHandlers: Pick<InternalHandlers, 'internal.print.contacts'> = {
  'internal.print.contacts': async (host, _input, call) => {
    const { jobId } = await writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const { emergency, unit } = await host.steady.settings();
      const [version, demo, day] = [await versionOf(host), await host.steady.demo(), host.clock.today()];
      const rows = outsideOf(emergency.contacts);
      const model = buildContactSheet({ unitName: unit.name, address: unit.address, version, day, rows, demo });
      draft.audit(call.name, printer, version);
      return { jobId: await printPaper(host, draft, { kind: 'contact-sheet', model, label: `外部联系表 ${day}`, printer }) };
    });
    return jobMade(host, jobId);
  },
};

async function versionOf({ reader, deskCode }: Pick<Host, 'reader' | 'deskCode'>): Promise<string> {
  const row = await reader.one('settings', settingsId('emergency', deskCode));
  return row ? dayOf(row.changedAt) : '';
}
