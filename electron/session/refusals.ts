import type { RefusalCount } from '../storage/internal';

/**
 * Every refusal is in the audit trail; equal ones are counted in one entry, so that a page gone wild cannot fill the
 * disk. The first is written at once, the rest of a burst as one new total.
 */
const FLUSH_MS = 1000;
/** A page could invent request names without end; past this many kinds a day they share one entry. */
const MAX_KINDS = 200;

export class Refusals {
  private readonly counts = new Map<string, RefusalCount>();
  private readonly dirty = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private today = '';

  constructor(
    private readonly write: (counts: RefusalCount[]) => Promise<void>,
    private readonly day: () => string,
    private readonly now: () => number,
  ) {}

  count(who: string, staffId: string | null, request: string, code: string): void {
    const day = this.day();
    if (day !== this.today) this.newDay(day);
    let key = `${day}|${who}|${staffId ?? ''}|${request.slice(0, 60)}|${code}`;
    if (!this.counts.has(key) && this.counts.size >= MAX_KINDS) key = `${day}|other`;
    const known = this.counts.get(key) ?? { key, at: this.now(), staffId, request: request.slice(0, 60), code, count: 0 };
    known.count++;
    known.at = this.now();
    this.counts.set(key, known);
    this.dirty.add(key);
    if (known.count === 1) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  /** What is still to be written stays until it is. */
  private newDay(day: string): void {
    this.today = day;
    for (const key of this.counts.keys()) if (!this.dirty.has(key)) this.counts.delete(key);
  }

  /** Also before closing. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const counts = [...this.dirty].flatMap((key) => this.counts.get(key) ?? []);
    this.dirty.clear();
    if (counts.length > 0) this.writing = this.writing.then(() => this.writeOrKeep(counts));
    return this.writing;
  }

  /** What could not be written (a store that is restarting, a full disk) goes with the next flush. */
  private async writeOrKeep(counts: RefusalCount[]): Promise<void> {
    try {
      await this.write(counts.map((c) => ({ ...c })));
    } catch {
      for (const { key } of counts) this.dirty.add(key);
    }
  }
}
