import { v7 as uuid } from 'uuid';
import type { LedgerRecord } from '../../../../shared/rules/ledger-record';
import { personKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Attendance } from '../tables';
import { personFields } from '../visits/enrol';

const WITHOUT = '旧台账没有证件号码';
const attendance = (noDocumentReason: string): Attendance => ({ asPrinted: false, noDocumentReason, guardianAbsentReason: '' });

/**
 * The people of some lines. Who is known by their document is taken as they are: an old ledger corrects nothing. Who
 * has none is a new person each time, as at the desk.
 */
export class PeopleOfLines {
  constructor(
    private readonly host: Host,
    private readonly draft: Draft,
    private readonly importId: string,
    private readonly byHash: Map<string, string>,
  ) {}

  of(record: LedgerRecord, hash: string | null, at: number): { id: string; attendance: Attendance } {
    const known = hash && this.byHash.get(hash);
    if (known) return { id: known, attendance: attendance('') };
    const { docType, docNumber, name, sex, phone, address, date } = record;
    const entry = { docType, docNumber, name, sex, phone, address, ...attendance(docType === 'none' ? WITHOUT : '') };
    // Of the time they came: a search shows the newest first, and who was known last.
    const id = uuid({ msecs: at });
    const fields = personFields(this.host, entry, date);
    this.draft.add('persons', id, { createdAt: at, importId: this.importId, ...fields }, this.draft.newKey(personKeyId(id)));
    if (hash) this.byHash.set(hash, id);
    return { id, attendance: attendance(entry.noDocumentReason) };
  }
}
