import type { LedgerRecord } from '../../../../shared/rules/ledger-record';
import { personKeyId } from '../data-keys';
import { documentHash, personByHash } from '../handlers/identity';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { TableName } from '../tables';
import { type Known, matterNow } from './matter-now';

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

/** What the database knows of some lines, asked line by line. */
export async function lookUp(host: Host, lines: readonly Line[]): Promise<Known> {
  const { position } = host.writer.state;
  const keys = lines.map(({ key }) => key);
  const hashes = lines.flatMap(({ docHash }) => docHash ?? []);
  const [there, found] = await Promise.all([firstKeys(host, 'visits', 'importKey', keys), firstKeys(host, 'persons', 'docHash', hashes)]);
  const people = await withKeys(host, found);
  const matters = new Map((await mattersOf(host, [...people.values()])).map((row) => [String(row.importKey), matterNow(row)]));
  return { position, there: new Set(there.keys()), people, matters };
}

/** One whose key was destroyed is nobody any more; there may be another with the document. */
async function withKeys(host: Host, found: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const entries = [...found];
  const keys = await host.db.keys.bulkGet(entries.map(([, id]) => personKeyId(id)));
  const people = await Promise.all(
    entries.map(async ([hash, id], i) => [hash, keys[i] ? id : (await personByHash(host, hash))?.id] as const),
  );
  return new Map(people.flatMap(([hash, id]) => (id ? [[hash, id] as const] : [])));
}

export const hashOfLine = (host: Host, { docType, docNumber }: LedgerRecord): string | null => documentHash(host, docType, docNumber);
