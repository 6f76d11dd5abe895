import type Dexie from 'dexie';
import { schema001 } from './001-first';
import { schema002, upgrade002 } from './002-hall';

/** The schema this program writes. A database with a higher one belongs to a newer program. */
export const SCHEMA = 2;

/** Additive, one numbered file each, in order. */
export function declareVersions(db: Dexie): void {
  db.version(1).stores(schema001);
  db.version(2).stores(schema002).upgrade(upgrade002);
}
