import type Dexie from 'dexie';
import { schema001 } from './001-first';
import { schema002, upgrade002 } from './002-hall';
import { schema003, upgrade003 } from './003-interview';
import { schema004 } from './004-incident';
import { schema005, upgrade005 } from './005-newest-first';
import { schema006, upgrade006 } from './006-sync';
import { schema007 } from './007-forecast';
import { schema008 } from './008-organisation';
import { schema009, upgrade009 } from './009-keeping';
import { schema010 } from './010-day-reports';
import { schema011, upgrade011 } from './011-statistics';
import { schema012 } from './012-found-again';
import { schema013 } from './013-numbering';

/** The schema this program writes. A database with a higher one belongs to a newer program. */
export const SCHEMA = 13;

/** Additive, one numbered file each, in order. */
export function declareVersions(db: Dexie): void {
  db.version(1).stores(schema001);
  db.version(2).stores(schema002).upgrade(upgrade002);
  db.version(3).stores(schema003).upgrade(upgrade003);
  db.version(4).stores(schema004);
  db.version(5).stores(schema005).upgrade(upgrade005);
  db.version(6).stores(schema006).upgrade(upgrade006);
  db.version(7).stores(schema007);
  db.version(8).stores(schema008);
  db.version(9).stores(schema009).upgrade(upgrade009);
  db.version(10).stores(schema010);
  db.version(11).stores(schema011).upgrade(upgrade011);
  db.version(12).stores(schema012);
  db.version(13).stores(schema013);
}
