import { v7 as uuid } from 'uuid';
import type { LedgerRecord } from '../../../../shared/rules/ledger-record';
import { HALL_KEY } from '../data-keys';
import type { Draft } from '../draft';
import { personByHash } from '../handlers/identity';
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
  private readonly byHash = new Map<string, string>();

  constructor(
    private readonly host: Host,
    private readonly draft: Draft,
    private readonly importId: string,
  ) {}

  /** @param found document hash → id, as it was looked up */
  async load(found: ReadonlyMap<string, string>): Promise<void> {
    const { db, keys } = this.host;
    const hashes = [...found.keys()];
    const rows = await db.rows('persons').bulkGet([...found.values()]);
    await keys.load(rows.map((row) => row?.keyId ?? HALL_KEY));
    for (const [i, hash] of hashes.entries()) {
      const row = rows[i];
      // One whose key was destroyed is nobody any more; there may be another with the document.
      const id = row && keys.at(row.keyId ?? HALL_KEY) ? row.id : (await personByHash(this.host, hash))?.id;
      if (!id) continue;
      this.byHash.set(hash, id);
    }
  }

  of(record: LedgerRecord, hash: string | null, at: number): { id: string; attendance: Attendance } {
    const known = hash && this.byHash.get(hash);
    if (known) return { id: known, attendance: attendance('') };
    const { docType, docNumber, name, sex, phone, address, date } = record;
    const entry = { docType, docNumber, name, sex, phone, address, ...attendance(docType === 'none' ? WITHOUT : '') };
    const id = uuid();
    const fields = personFields(this.host, entry, date);
    this.draft.add('persons', id, { createdAt: at, importId: this.importId, ...fields }, this.draft.newPersonKey(id));
    if (hash) this.byHash.set(hash, id);
    return { id, attendance: attendance(entry.noDocumentReason) };
  }
}
