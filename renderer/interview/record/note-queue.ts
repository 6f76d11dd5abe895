import { v7 as uuid } from 'uuid';
import { NOTE_KIND_NAMES, type TypedNoteKind } from '../../../shared/domain/interview';
import type { AppError, Result } from '../../../shared/result';

/** A line as it was typed: who said it, and the moment of its first letter. */
export interface Line {
  kind: TypedNoteKind;
  text: string;
  elapsed: number;
}
export interface Written extends Line {
  requestId: string;
}

/**
 * Lines on their way into the record, one after the other: a quick typist does not wait for the last line to be on the
 * disk. What is refused goes back to the field; a line is gone from here only when it is in the record.
 */
export class NoteQueue {
  private lines: Written[] = [];
  private working: Promise<AppError | null> | null = null;

  constructor(
    private readonly send: (line: Written) => Promise<Result<unknown>>,
    private readonly changed: () => void,
    /** The refused line and those that waited behind it, in their order. */
    private readonly refused: (error: AppError, back: readonly Line[]) => void,
  ) {}

  get waiting(): readonly Written[] {
    return this.lines;
  }

  add(line: Line): void {
    this.lines.push({ ...line, requestId: uuid() });
    this.changed();
    this.work();
  }

  /** Lines of a draft: their ids make a line that got through before the end the same line now. */
  restore(lines: readonly Written[]): void {
    this.lines.push(...lines);
    this.work();
  }

  /** When none is on its way any more. @returns why the last of them did not get into the record */
  settled(): Promise<AppError | null> {
    return this.working ?? Promise.resolve(null);
  }

  private work(): void {
    this.working ??= this.sendAll().finally(() => {
      this.working = null;
    });
  }

  private async sendAll(): Promise<AppError | null> {
    for (let line = this.lines[0]; line; line = this.lines[0]) {
      const result = await this.send(line);
      if (!result.ok) {
        const back = this.lines;
        this.lines = [];
        this.refused(result.error, back);
        this.changed();
        return result.error;
      }
      this.lines.shift();
      this.changed();
    }
    return null;
  }
}

/**
 * Lines that stand in the field again, as one: it keeps the moment and the speaker of the first, and says before each other
 * one who spoke, where that was somebody else.
 */
export function rejoined(lines: readonly Line[]): Line | null {
  const [first] = lines;
  if (!first) return null;
  const said = lines.map(({ kind, text }) => (kind === first.kind ? text : `${NOTE_KIND_NAMES[kind]}：${text}`));
  return { kind: first.kind, elapsed: first.elapsed, text: said.join('\n') };
}
