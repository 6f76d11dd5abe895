/**
 * How far a log is stored whole, while its pieces are stored side by side: a mark counts when its piece and all before it
 * are. Written with the piece that begins next, it stays behind and passes nothing.
 */
export class StoredUpTo<M> {
  private before: Promise<unknown> = Promise.resolve();
  private mark: M | null = null;

  /** @param stored the last pieces up to the mark, those before it were added already; onStored is called in the order of the log */
  add(mark: M, stored: Promise<unknown>, onStored: () => void = () => {}): void {
    this.before = Promise.all([this.before, stored]).then(() => {
      this.mark = mark;
      onStored();
    });
    // Heard at the end.
    this.before.catch(() => {});
  }

  /** What may be written now; once. */
  take(): M | null {
    const { mark } = this;
    this.mark = null;
    return mark;
  }

  /** @throws what a piece threw */
  async all(): Promise<void> {
    await this.before;
  }
}
