import { personKeyId } from '../data-keys';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { type Known, type MatterNow, matterNow } from './matter-now';

/** More people than this are asked for one by one: their hashes would take longer to read than the lines. */
const PEOPLE_AT_MOST = 50_000;

/**
 * What an import would ask the database for with every line, kept while it runs: on the first day, with no import before
 * it and few people registered, that is nearly all its time. What the desk writes meanwhile is taken over from the
 * batches that it wrote; where that cannot be known there is no memory, and the lines are looked up.
 */
export class LedgerMemory implements Known {
  readonly there = new Set<string>();
  readonly people = new Map<string, string>();
  readonly matters = new Map<string, MatterNow>();

  private constructor(
    private readonly host: Host,
    private readonly importId: string,
    public position: number,
  ) {}

  private static readonly kept = new WeakMap<Host, LedgerMemory>();

  /** Complete as of now; null: this import has to look its lines up. */
  static async of(host: Host, importId: string): Promise<LedgerMemory | null> {
    const known = LedgerMemory.kept.get(host);
    if (known?.importId !== importId) return LedgerMemory.begin(host, importId);
    await known.catchUp();
    return known;
  }

  private static async begin(host: Host, importId: string): Promise<LedgerMemory | null> {
    const { db } = host;
    const { position } = host.writer.state;
    const [before, begun, people] = await Promise.all([
      db.rows('ledgerImports').where('state').equals('done').count(),
      db.rows('visits').where('importId').equals(importId).count(),
      db.rows('persons').count(),
    ]);
    if (before > 0 || begun > 0 || people > PEOPLE_AT_MOST) return null;
    const memory = new LedgerMemory(host, importId, position);
    await memory.takePeople(await db.rows('persons').toArray());
    LedgerMemory.kept.set(host, memory);
    return memory;
  }

  /** The import is over. */
  static forget(host: Host): void {
    LedgerMemory.kept.delete(host);
  }

  /** This import's own batch was written on top of what was known. */
  wrote(): void {
    this.position++;
  }

  /** Takes over what the desk wrote since. */
  private async catchUp(): Promise<void> {
    const { db, writer } = this.host;
    const { position } = writer.state;
    if (position === this.position) return;
    const batches = await db.batches.where('position').between(this.position, position, false, true).toArray();
    const touched = (table: string): string[] =>
      batches.flatMap((batch) => batch.touched).flatMap((name) => (name.startsWith(`${table}/`) ? [name.slice(table.length + 1)] : []));
    const [people, matters] = await Promise.all([
      db.rows('persons').bulkGet(touched('persons')),
      db.rows('matters').bulkGet(touched('matters')),
    ]);
    await this.takePeople(people.filter((row) => row !== undefined));
    for (const row of matters) if (row && row.importId === this.importId) this.matters.set(String(row.importKey), matterNow(row));
    this.position = position;
  }

  private async takePeople(rows: readonly StoredRow[]): Promise<void> {
    const ids = new Set(rows.map(({ id }) => id));
    for (const [hash, id] of this.people) if (ids.has(id)) this.people.delete(hash);
    const keys = await this.host.db.keys.bulkGet(rows.map(({ id }) => personKeyId(id)));
    for (const [i, row] of rows.entries()) {
      // One whose key was destroyed is nobody any more.
      if (!row.erased && row.docHash && keys[i] && !this.people.has(String(row.docHash))) this.people.set(String(row.docHash), row.id);
    }
  }
}
