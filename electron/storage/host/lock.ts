/** One at a time, in the order of asking. A task that fails does not stop the next. */
export class Lock {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(task);
    this.tail = turn.catch(() => {});
    return turn;
  }
}
