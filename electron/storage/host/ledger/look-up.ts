import type { LedgerRecord } from '../../../../shared/rules/ledger-record';
import { documentHash } from '../handlers/identity';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { TableName } from '../tables';

/**
 * Many small questions to one index at once, past Dexie: it is five times as quick, and an import asks hundreds of
 * them a batch. Never inside a Dexie transaction, which would end meanwhile.
 * @returns the first row's key for each value that has one
 */
export async function firstKeys({ db }: Host, table: TableName, index: string, values: Iterable<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const transaction = db.backendDB().transaction(table, 'readonly');
  const source = transaction.objectStore(table).index(index);
  for (const value of new Set(values)) {
    const request = source.getKey(value);
    request.onsuccess = () => {
      if (request.result !== undefined) found.set(value, String(request.result));
    };
  }
  await ended(transaction);
  return found;
}

async function mattersOf({ db }: Host, personIds: readonly string[]): Promise<StoredRow[]> {
  const found: StoredRow[] = [];
  if (personIds.length === 0) return found;
  const transaction = db.backendDB().transaction('matters', 'readonly');
  const source = transaction.objectStore('matters').index('personIds');
  for (const id of personIds) {
    const request = source.getAll(id);
    request.onsuccess = () => found.push(...(request.result as StoredRow[]).filter((row) => row.importId && row.importKey));
  }
  await ended(transaction);
  return found;
}

export const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('look-up ended'));
  });

export interface Line {
  record: LedgerRecord;
  key: string;
  /** Of the document; null where the ledger has none. */
  docHash: string | null;
}

/** What the database knows of some lines, as long as nothing else is written. */
export interface LookedUp {
  /** The journal's position at the time. */
  position: number;
  /** Keys of lines that are there already. */
  there: ReadonlySet<string>;
  /** Document hash → a person's id; somebody whose key was destroyed is sorted out later. */
  people: ReadonlyMap<string, string>;
  /** Theirs that came from the ledger. */
  matters: readonly StoredRow[];
}

export async function lookUp(host: Host, lines: readonly Line[]): Promise<LookedUp> {
  const { position } = host.writer.state;
  const [there, people] = await Promise.all([
    firstKeys(
      host,
      'visits',
      'importKey',
      lines.map(({ key }) => key),
    ),
    firstKeys(
      host,
      'persons',
      'docHash',
      lines.flatMap(({ docHash }) => docHash ?? []),
    ),
  ]);
  return { position, there: new Set(there.keys()), people, matters: await mattersOf(host, [...people.values()]) };
}

export const hashOfLine = (host: Host, { docType, docNumber }: LedgerRecord): string | null => documentHash(host, docType, docNumber);
