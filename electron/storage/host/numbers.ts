import Dexie from 'dexie';
import { LAST_OWN_CARD } from '../../../shared/rules/card-number';
import type { ReceptionDb } from './db';
import type { Meta } from './stored';

/** The last card and queue number that the program gave on a day at a desk; 0 where none was. Void visits keep theirs. */
export async function lastNumbers(db: ReceptionDb, day: string, deskCode: string): Promise<{ card: number; queue: number }> {
  const last = async (field: 'cardNo' | 'queueNo'): Promise<number> => {
    const index = `[date+deskCode+${field}]`;
    const row = await db
      .rows('visits')
      .where(index)
      .between([day, deskCode, Dexie.minKey], [day, deskCode, LAST_OWN_CARD], true, true)
      .last();
    return row ? Number(row[field]) : 0;
  };
  const [card, queue] = await Promise.all([last('cardNo'), last('queueNo')]);
  return { card, queue };
}

/** How far incidents of a day were counted at a desk, drills among them (`…-T02`): by their numbers, for after a restore some are passed over. */
export async function lastIncident(db: ReceptionDb, day: string, deskCode: string): Promise<number> {
  const rows = await db.rows('incidents').where('[date+deskCode]').equals([day, deskCode]).toArray();
  return rows.reduce((last, { number }) => Math.max(last, Number(/(\d+)$/.exec(String(number))?.[1] ?? 0)), 0);
}

/** Gives numbers within one write: the days are read first, then counted on. */
export class NumberSource {
  private readonly days = new Map<string, { card: number; queue: number }>();

  constructor(
    private readonly db: ReceptionDb,
    private readonly deskCode: string,
    private readonly meta: Readonly<Meta>,
  ) {}

  async load(days: Iterable<string>): Promise<this> {
    for (const day of new Set(days)) this.days.set(day, await lastNumbers(this.db, day, this.deskCode));
    return this;
  }

  has(day: string): boolean {
    return this.days.has(day);
  }

  /** For a day that was loaded. */
  next(day: string): { card: number; queue: number } {
    const known = this.days.get(day);
    if (!known) throw new Error(`numbers of ${day} were not loaded`);
    const floor = this.meta.floors[day] ?? { card: 1, queue: 1 };
    const given = { card: Math.max(known.card + 1, floor.card), queue: Math.max(known.queue + 1, floor.queue) };
    this.days.set(day, given);
    return given;
  }
}
