import { v7 as uuid } from 'uuid';
import type { RuleSettings } from '../../../../shared/domain/settings';
import { queueNumber } from '../../../../shared/rules/card-number';
import { importedNumber, LEDGER_DESK, LEDGER_LETTER } from '../../../../shared/rules/ledger-numbers';
import { type LedgerRecord, ledgerKey } from '../../../../shared/rules/ledger-record';
import { kindFor } from '../../../../shared/rules/registration';
import { isRepeated } from '../../../../shared/rules/repeat';
import { nameHash } from '../codec';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Fields } from '../tables';
import type { VisitFields } from '../visits/add-visit';
import { LedgerNumbers } from './ledger-numbers';
import { hashOfLine, type Line } from './look-up';
import type { Known } from './matter-now';
import { MattersOfLines } from './matters-of-lines';
import { PeopleOfLines } from './people-of-lines';

interface Adding {
  importId: string;
  lines: readonly Line[];
  known: Known;
  staffId: string;
  rules: RuleSettings;
}

export const keyOfLine = (host: Host, record: LedgerRecord): string => nameHash(host.hall, `ledger|${ledgerKey(record)}`);

export const linesOf = (host: Host, records: readonly LedgerRecord[]): Line[] =>
  records.map((record) => ({ record, key: keyOfLine(host, record), docHash: hashOfLine(host, record) }));

/** Some lines of the old ledger as visits that are long over, within one write. Lines that are there already are left out. */
export function addLines(host: Host, draft: Draft, { importId, lines, known, staffId, rules }: Adding) {
  const fresh = lines.filter(({ key }) => !known.there.has(key) && known.there.add(key));
  const people = new PeopleOfLines(host, draft, importId, known.people);
  const matters = new MattersOfLines(host, draft, importId, known.matters);
  const numbers = LedgerNumbers.of(host, importId);
  for (const { record, key, docHash } of fresh) {
    const at = Date.parse(`${record.date}T${record.time || '00:00'}:00+08:00`);
    const person = people.of(record, docHash, at);
    const matter = matters.join(record, person.id, at);
    const given = numbers.next(record.date);
    const fields: VisitFields = {
      number: importedNumber(record.date, given),
      queueNumber: queueNumber(LEDGER_LETTER, given),
      date: record.date,
      deskCode: LEDGER_DESK,
      cardNo: given,
      queueNo: given,
      registeredAt: at,
      registeredBy: staffId,
      kind: kindFor(record.heads, rules),
      heads: record.heads,
      others: record.heads - 1,
      areaId: '',
      othersAreaId: '',
      purpose: record.purpose,
      fieldCode: record.fieldCode,
      personIds: [person.id],
      matterId: matter.id,
      state: 'returned',
      priority: false,
      visitCount: matter.visitCount,
      repeated: isRepeated(matter.visitCount),
      verificationId: '',
      verification: record.docType === 'anonymous' ? 'anonymous' : 'unverified',
      checkerId: '',
      noticeAt: at,
      importId,
      importKey: key,
      summary: record.summary,
      place: record.place,
      needs: [],
      attendance: [person.attendance],
      repeatReason: '',
      voidReason: '',
      changeReason: '',
    };
    draft.add('visits', uuid({ msecs: at }), fields satisfies Fields<'visits'>, matter.keyId);
  }
  matters.write();
  return { imported: fresh.length, duplicates: lines.length - fresh.length };
}
