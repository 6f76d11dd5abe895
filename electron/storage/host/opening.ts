import type { OpenAnswer, OpenInput } from '../protocol';
import { sameBytes, utf8 } from './bytes';
import { type HallKeys, hashOf, openBytes, sealBytes } from './codec';
import { type ReceptionDb, SCHEMA, storedSchema } from './db';
import type { Meta } from './stored';

const CHECK = 'the hall key opens this';
const answer = (state: OpenAnswer['state'], applied: number, schema = SCHEMA, missing: Uint8Array[] = []): OpenAnswer => ({
  state,
  applied,
  schema,
  missing,
});

export function freshMeta(hall: HallKeys, input: OpenInput, rebuilding: boolean): Meta {
  return {
    id: 'state',
    hallId: input.hallId,
    check: sealBytes(hall.wrap, utf8(CHECK), input.hallId),
    position: 0,
    hash: null,
    at: null,
    hlc: null,
    inc: 1,
    chains: {},
    rebuilding,
    floors: {},
  };
}

/** Everything gone but the keys, which the journal cannot bring back; the main process sends those it has as well. */
export async function clearForRebuild(db: ReceptionDb, meta: Meta): Promise<void> {
  const tables = db.tables.filter((t) => t.name !== 'keys' && t.name !== 'drafts');
  await db.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await db.meta.put(meta);
  });
}

const TRIES = 3;
const PAUSE_MS = 200;

/**
 * Opens the database. A host that was just killed may still hold it for a moment; one that stays shut is damaged and is
 * removed, for the journal holds all of it. With an empty journal nothing is removed.
 */
async function openDatabase(db: ReceptionDb, removable: boolean): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await db.open();
      return;
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'error';
      if (tries < TRIES) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      else if (tries > TRIES || !removable) throw error;
      else {
        console.warn(`database does not open (${kind}); removed, to be rebuilt from the journal`);
        await db.delete({ disableAutoOpen: false });
      }
    }
  }
}

/** Compares the database with the journal's end. Changes nothing but an empty database and one to be rebuilt. */
export async function compare(db: ReceptionDb, hall: HallKeys, input: OpenInput): Promise<OpenAnswer> {
  const schema = await storedSchema(db.name);
  if (schema > SCHEMA) return answer('newer-schema', 0, schema);
  const { journal } = input;
  await openDatabase(db, journal.position > 0);
  const meta = await db.meta.get('state');
  const rebuild = async (): Promise<OpenAnswer> => {
    await clearForRebuild(db, freshMeta(hall, input, true));
    return answer('rebuild', 0);
  };
  if (!meta) {
    if (journal.position > 0) return rebuild();
    await db.meta.put(freshMeta(hall, input, false));
    return answer('same', 0);
  }
  if (meta.hallId !== input.hallId || !opens(hall, meta)) return answer('foreign', meta.position);
  if (meta.rebuilding) return journal.position > 0 ? rebuild() : answer('foreign', meta.position);
  if (meta.position === journal.position) return sameBytes(meta.hash, journal.hash) ? answer('same', meta.position) : rebuild();
  if (meta.position < journal.position) return answer('behind', meta.position);
  return ahead(db, meta, input);
}

/** The journal lost its tail. What the database holds after it is appended again, if it is the same history. */
async function ahead(db: ReceptionDb, meta: Meta, { journal }: OpenInput): Promise<OpenAnswer> {
  if (journal.position > 0) {
    const last = await db.batches.where('position').equals(journal.position).first();
    if (!last || !sameBytes(hashOf(last.payload), journal.hash)) return answer('foreign', meta.position);
  }
  const rows = await db.batches.where('position').above(journal.position).sortBy('position');
  const whole = rows.length === meta.position - journal.position;
  return whole
    ? answer(
        'ahead',
        meta.position,
        SCHEMA,
        rows.map((row) => row.payload),
      )
    : answer('foreign', meta.position);
}

function opens(hall: HallKeys, meta: Meta): boolean {
  try {
    openBytes(hall.wrap, meta.check, meta.hallId);
    return true;
  } catch {
    return false;
  }
}
