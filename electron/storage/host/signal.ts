/** Something that happens once. */
export class Signal {
  private resolve: () => void = () => {};
  readonly given = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });

  static given(): Signal {
    const signal = new Signal();
    signal.give();
    return signal;
  }

  /** Again is harmless. */
  give(): void {
    this.resolve();
  }
}
