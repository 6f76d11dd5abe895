/** One at a time, in the order of asking; what can wait comes when nobody else asks. A task that fails does not stop the next. */
export class Lock {
  private held = false;
  private readonly pressing: (() => void)[] = [];
  private readonly patient: (() => void)[] = [];

  async run<T>(task: () => Promise<T>, { canWait = false } = {}): Promise<T> {
    if (this.held) await new Promise<void>((resolve) => (canWait ? this.patient : this.pressing).push(resolve));
    this.held = true;
    try {
      return await task();
    } finally {
      this.passOn();
    }
  }

  /** It stays held from one to the next. */
  private passOn(): void {
    const next = this.pressing.shift() ?? this.patient.shift();
    if (next) next();
    else this.held = false;
  }
}
