import { buildDestruction } from '../../../../shared/documents/destruction';
import { KEPT_KIND_NAMES } from '../../../../shared/domain/keeping';
import { dayOf, longDay } from '../../../../shared/rules/time';
import type { PrintJob } from '../../internal-printing';
import { jobMade } from '../handlers/printing';
import { type Call, type Host, writeAs } from '../host';
import { mustHavePrinter } from '../incidents/incident-print';
import { printSheet } from '../reports/print-sheet';
import type { Opened } from '../tables';

/** 销毁证明 of what the hall kept under a term, on paper as it was written when its keys went. */
export async function printKeptCertificate(host: Host, row: Opened<'destructions'>, call: Call): Promise<PrintJob> {
  const { jobId } = await writeAs(host, call, async (draft) => {
    const printer = await mustHavePrinter(host);
    const names = await host.steady.staffNames();
    const model = buildDestruction({
      ...{ unitName: (await host.steady.settings()).unit.name, demo: await host.steady.demo() },
      ...{ kind: KEPT_KIND_NAMES[row.kind], label: row.label, reason: row.reason },
      askedBy: names.get(row.askedBy) ?? '',
      approvedBy: names.get(row.approvedBy) ?? '',
      date: longDay(dayOf(row.at)),
      backupsUntil: row.backupsUntil ? longDay(row.backupsUntil) : '',
    });
    const label = `销毁证明 ${row.id.slice(-12)}`;
    draft.audit(call.name, label, row.label);
    return { jobId: await printSheet(host, draft, { kind: 'destruction', model, label, printer, counted: true }) };
  });
  return jobMade(host, jobId);
}
