import type Dexie from 'dexie';
import { schema001 } from './001-first';

/** The schema this program writes. A database with a higher one belongs to a newer program. */
export const SCHEMA = 1;

/** Additive, one numbered file each, in order. */
export function declareVersions(db: Dexie): void {
  db.version(1).stores(schema001);
}
