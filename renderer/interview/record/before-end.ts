import type { AppError } from '../../../shared/result';

/** @returns why something is not in the record; null when all of it is */
type Settle = () => Promise<AppError | null>;

/** What is typed beside the result belongs to the record: the talk ends only when it is in it. */
export class BeforeEnd {
  private readonly parts = new Set<Settle>();

  /** @returns the way to take it back */
  add(settle: Settle): () => void {
    this.parts.add(settle);
    return () => this.parts.delete(settle);
  }

  async settle(): Promise<AppError | null> {
    const answers = await Promise.all([...this.parts].map((settle) => settle()));
    return answers.find((each) => each !== null) ?? null;
  }
}
