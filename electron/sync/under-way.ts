/** Works begun in their order, a few at a time. After one that failed none is begun. */
export class UnderWay {
  private readonly running: Promise<unknown>[] = [];

  constructor(private readonly atMost: number) {}

  get isEmpty(): boolean {
    return this.running.length === 0;
  }

  /** Begins it when there is room. @throws what an earlier one threw */
  async begin(work: () => Promise<unknown>): Promise<void> {
    while (this.running.length >= this.atMost) await this.first();
    const begun = work();
    // Heard when its turn to be awaited comes.
    begun.catch(() => {});
    this.running.push(begun);
  }

  /** Everything that was begun until now; what fails stays and is heard. */
  soFar(): Promise<unknown> {
    return Promise.all(this.running);
  }

  async all(): Promise<void> {
    while (!this.isEmpty) await this.first();
  }

  private async first(): Promise<void> {
    await this.running[0];
    this.running.shift();
  }
}
