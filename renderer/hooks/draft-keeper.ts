import type { AppError, ErrorCode, Result } from '../../shared/result';

/** Begun at the first unsaved key and not put off by later ones, so no key waits longer than this and one save. */
const SAVE_AFTER_MS = 400;
const TRY_AGAIN_MS = 1000;
/** Behind a lock every try would only be one more refusal; whoever unlocks flushes. */
const SHUT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['locked', 'signed-out', 'forbidden']);
/** What is wrong with the text itself, or with where it goes: the same text again gets the same answer. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['malformed', 'refused', 'conflict', 'not-found', 'secret', 'damaged']);

export interface DraftStore<T = string> {
  save(value: T): Promise<Result<{ savedAt: number }>>;
  discard(): Promise<Result<unknown>>;
}
export interface DraftNews {
  savedAt: number | null;
  failed: boolean;
  /** Set when it will not be tried again by itself: what was typed has to become something else first. */
  refused?: AppError;
}

/**
 * Saves what is typed, one save at a time and in order: an older text never overwrites a newer one, nor does any come
 * back after a discard. A save that fails is tried again until it succeeds, but not behind a lock, and not when the text
 * itself was refused.
 */
export class DraftKeeper<T = string> {
  private dirty = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<void> = Promise.resolve();
  private wrong: AppError | null = null;

  /** @param read what to keep; null when there is nothing worth keeping */
  constructor(
    private readonly store: DraftStore<T>,
    private readonly read: () => T | null,
    private readonly tell: (news: DraftNews) => void,
    private readonly afterMs = SAVE_AFTER_MS,
  ) {}

  get unsaved(): boolean {
    return this.dirty;
  }

  /** Why what is unsaved could not be saved when it was last tried. */
  get problem(): AppError | null {
    return this.dirty ? this.wrong : null;
  }

  changed(): void {
    this.dirty = true;
    this.timer ??= setTimeout(() => void this.flush(), this.afterMs);
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
    const { error } = result;
    this.dirty = true;
    this.wrong = error;
    this.tell({ savedAt: null, failed: true, ...(FINAL.has(error.code) && { refused: error }) });
    if (!SHUT.has(error.code) && !FINAL.has(error.code)) this.timer ??= setTimeout(() => void this.flush(), TRY_AGAIN_MS);
  }
}
