import { dayOf } from '../../../shared/rules/time';
import { addFigures, type Counted, type FactTable, type Figures, factsOf, isFactTable } from '../../../shared/statistics/facts';
import type { Change } from '../batch';
import type { ReceptionDb } from './db';
import type { StoredRow } from './stored';
import { OPEN_DEFAULTS, type TableName } from './tables';

/** Figures of one day, derived from its rows with each write; a figure that is nought is not there. `id` is the day. */
export interface StoredFigures {
  id: string;
  figures: Figures;
}

/**
 * Rows of before these figures were kept are counted in slices after the opening (statistics/fill.ts). Until it is done this
 * row stands beside the days' and says up to which id of each table they count; a row behind that is left to the fill.
 */
export interface FillState {
  id: typeof FILL;
  counted: Partial<Record<FactTable, string>>;
  done: number;
  total: number;
}
/** Behind every day in the order of ids. */
export const FILL = '~fill';
export type StoredDay = StoredFigures | FillState;
export const isFill = (row: StoredDay | undefined): row is FillState => row?.id === FILL;

/** What a stored row counts; its defaults are those by which it is read. */
export function countedOf(table: FactTable, row: StoredRow | undefined): Counted | null {
  const defaults = (OPEN_DEFAULTS as Partial<Record<TableName, object>>)[table];
  return row ? factsOf(table, { ...defaults, ...row }) : null;
}

/** The differences that some batches make to the days' figures: after minus before of each row. */
export class FigureDeltas {
  private readonly deltas = new Map<string, Figures>();
  private fill: FillState | null = null;
  private puts: StoredFigures[] = [];
  /** Days that were read; undefined: not there. */
  private readonly known = new Map<string, StoredDay | undefined>();

  constructor(private readonly db: ReceptionDb) {}

  get any(): boolean {
    return this.puts.length > 0;
  }

  /**
   * Before anything is counted: the days that will most likely change, and how far a fill came. Once none is under way there
   * never is one again while the database is open.
   */
  async load(changes: readonly Change[]): Promise<void> {
    const days = [...new Set(changes.flatMap(likelyDay))];
    const asked = this.db.figuresFilled ? days : [FILL, ...days];
    if (asked.length === 0) return;
    const rows = await this.db.dayFigures.bulkGet(asked);
    for (const [i, id] of asked.entries()) {
      const row = rows[i];
      if (id !== FILL) this.known.set(id, row);
      else this.fill = isFill(row) ? row : null;
    }
    if (!this.db.figuresFilled) this.db.figuresFilled = this.fill === null;
  }

  count(table: TableName, before: StoredRow | undefined, after: StoredRow): void {
    if (!isFactTable(table) || (this.fill && after.id > (this.fill.counted[table] ?? ''))) return;
    this.add(countedOf(table, before), -1);
    this.add(countedOf(table, after), 1);
  }

  private add(counted: Counted | null, sign: 1 | -1): void {
    if (!counted) return;
    const delta = this.deltas.get(counted.day) ?? {};
    this.deltas.set(counted.day, addFigures(delta, counted.figures, sign));
  }

  /** The days' figures with the differences; the last step before the transaction. */
  async total(): Promise<void> {
    this.puts = await withDeltas(this.db, this.deltas, this.known);
  }

  /** Inside a transaction over `dayFigures`. */
  store(): PromiseLike<unknown> {
    return this.db.dayFigures.bulkPut(this.puts);
  }
}

/** Days whose figures change, as they then are. */
export async function withDeltas(
  db: ReceptionDb,
  deltas: ReadonlyMap<string, Figures>,
  known: Map<string, StoredDay | undefined> = new Map(),
): Promise<StoredFigures[]> {
  const days = [...deltas].filter(([, delta]) => Object.keys(delta).length > 0);
  const missing = days.map(([day]) => day).filter((day) => !known.has(day));
  const read = missing.length > 0 ? await db.dayFigures.bulkGet(missing) : [];
  for (const [i, day] of missing.entries()) known.set(day, read[i]);
  return days.map(([id, delta]) => {
    const before = known.get(id);
    return { id, figures: addFigures({ ...(before && !isFill(before) && before.figures) }, delta) };
  });
}

/** The day on which a change most likely counts; the row itself, which may not say it, tells in the end. */
function likelyDay({ table, op, open }: Change): string[] {
  if (!isFactTable(table) || op === 'erase') return [];
  const day = open.date ?? open.due ?? open.day ?? (typeof open.createdAt === 'number' ? dayOf(open.createdAt) : '');
  return typeof day === 'string' && day !== '' ? [day] : [];
}
