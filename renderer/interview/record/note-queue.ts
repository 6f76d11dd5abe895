import { v7 as uuid } from 'uuid';
import type { TypedNoteKind } from '../../../shared/domain/interview';
import type { AppError, Result } from '../../../shared/result';

export interface Written {
  requestId: string;
  kind: TypedNoteKind;
  text: string;
  elapsed: number;
}

/**
 * Lines on their way into the record, one after the other: a quick typist does not wait for the last line to be on the
 * disk. What is refused goes back to the field; a line is gone from here only when it is in the record.
 */
export class NoteQueue {
  private lines: Written[] = [];
  private sending = false;

  constructor(
    private readonly send: (line: Written) => Promise<Result<unknown>>,
    private readonly changed: () => void,
    private readonly refused: (error: AppError, back: string) => void,
  ) {}

  get waiting(): readonly Written[] {
    return this.lines;
  }

  add(line: Omit<Written, 'requestId'>): void {
    this.lines.push({ ...line, requestId: uuid() });
    this.changed();
    void this.work();
  }

  /** Lines of a draft: their ids make a line that got through before the end the same line now. */
  restore(lines: readonly Written[]): void {
    this.lines.push(...lines);
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let line = this.lines[0]; line; line = this.lines[0]) {
      const result = await this.send(line);
      if (!result.ok) {
        const back = this.lines.map(({ text }) => text).join('\n');
        this.lines = [];
        this.refused(result.error, back);
      } else this.lines.shift();
      this.changed();
    }
    this.sending = false;
  }
}
