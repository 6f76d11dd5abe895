import type { ErrorCode, Result } from '../../shared/result';

/** Begun at the first unsaved key and not put off by later ones, so no key waits longer than this and one save. */
const SAVE_AFTER_MS = 400;
const TRY_AGAIN_MS = 1000;
const SHUT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['locked', 'signed-out', 'forbidden']);

export interface DraftStore {
  save(value: string): Promise<Result<{ savedAt: number }>>;
  discard(): Promise<Result<unknown>>;
}
export interface DraftNews {
  savedAt: number | null;
  failed: boolean;
}

/**
 * Saves what is typed, one save at a time and in order: an older text never overwrites a newer one, nor does any come
 * back after a discard. A save that fails is tried again until it succeeds, but not behind a lock.
 */
export class DraftKeeper {
  private dirty = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<void> = Promise.resolve();

  /** @param read the text to keep; null when there is nothing worth keeping */
  constructor(
    private readonly store: DraftStore,
    private readonly read: () => string | null,
    private readonly tell: (news: DraftNews) => void,
  ) {}

  get unsaved(): boolean {
    return this.dirty;
  }

  changed(): void {
    this.dirty = true;
    this.timer ??= setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Saves now what is not saved yet. */
  flush(): Promise<void> {
    this.rest();
    this.last = this.last.then(() => this.save());
    return this.last;
  }

  discard(): Promise<void> {
    this.rest();
    this.dirty = false;
    this.tell({ savedAt: null, failed: false });
    this.last = this.last.then(async () => {
      await this.store.discard();
    });
    return this.last;
  }

  /** No later attempt by itself; what was typed stays unsaved until `flush` or `changed`. */
  rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async save(): Promise<void> {
    if (!this.dirty) return;
    this.dirty = false;
    const value = this.read();
    const result = value === null ? await this.store.discard() : await this.store.save(value);
    if (result.ok) return this.tell({ savedAt: value === null ? null : (result.value as { savedAt: number }).savedAt, failed: false });
    this.dirty = true;
    this.tell({ savedAt: null, failed: true });
    // Behind a lock every try would only be one more refusal; whoever unlocks flushes.
    if (!SHUT.has(result.error.code)) this.timer ??= setTimeout(() => void this.flush(), TRY_AGAIN_MS);
  }
}
