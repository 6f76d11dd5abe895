import Dexie from 'dexie';
import { ReceptionDb } from '../../../electron/storage/host/db';
import { Disk } from '../../storage/host/desk';

/**
 * A profile's folder as a backup of the whole disk has it: database, journal and keyring of one moment. It may be made
 * while the program runs; the journal is then ahead of the database at most, as after a power cut.
 */
export async function copyOf(disk: Disk): Promise<Disk> {
  const copy = new Disk(disk.hallKey, disk.hallId);
  const [from, to] = [new ReceptionDb(disk.databaseName), new ReceptionDb(copy.databaseName)];
  await from.open();
  const tables = await from.transaction('r', from.tables, () =>
    Promise.all(from.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() }))),
  );
  copy.journal.push(...disk.journal.map((frame) => frame.slice()));
  for (const [id, wrapped] of disk.keyring) copy.keyring.set(id, wrapped.slice());
  await to.open();
  await to.transaction('rw', to.tables, () => Promise.all(tables.map(({ name, rows }) => to.table(name).bulkPut(rows))));
  from.close();
  to.close();
  return copy;
}

/** A disk that nobody opens any more. */
export const drop = (disk: Disk): Promise<void> => Dexie.delete(disk.databaseName);
