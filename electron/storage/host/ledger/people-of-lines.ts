import { v7 as uuid } from 'uuid';
import type { LedgerRecord } from '../../../../shared/rules/ledger-record';
import { HALL_KEY } from '../data-keys';
import type { Draft } from '../draft';
import { documentHash } from '../handlers/identity';
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
  /** Known before these lines. */
  readonly knownIds: string[] = [];

  constructor(
    private readonly host: Host,
    private readonly draft: Draft,
    private readonly importId: string,
  ) {}

  async load(records: readonly LedgerRecord[]): Promise<void> {
    const { db, keys } = this.host;
    const hashes = new Set(records.flatMap((record) => this.hashOf(record) ?? []));
    const persons = db.rows('persons');
    const rows = (await Promise.all([...hashes].map((hash) => persons.where('docHash').equals(hash).toArray()))).flat();
    const alive = rows.filter((row) => !row.erased);
    await keys.load(alive.map((row) => row.keyId ?? HALL_KEY));
    for (const row of alive) {
      // One whose key was destroyed is nobody any more.
      const hash = String(row.docHash);
      if (!keys.at(row.keyId ?? HALL_KEY) || this.byHash.has(hash)) continue;
      this.byHash.set(hash, row.id);
      this.knownIds.push(row.id);
    }
  }

  of(record: LedgerRecord, at: number): { id: string; attendance: Attendance } {
    const hash = this.hashOf(record);
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

  private hashOf = ({ docType, docNumber }: LedgerRecord): string | null => documentHash(this.host, docType, docNumber);
}
