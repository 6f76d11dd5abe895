import type { ReaderAnswer } from '../../shared/rules/reader-answer';

/** Why there is no card. A reader's trouble is never the desk's: each has a sentence that ends in typing by hand. */
export type ReaderFaultKind =
  | 'off' // this desk reads by hand or by a keyboard wedge
  | 'busy' // a read is under way
  | 'no-service' // nothing listens at the port
  | 'no-device' // the service has no reader
  | 'no-card' // the reader has no card, or cannot read it
  | 'silent' // connected, but no answer in time
  | 'unreadable' // an answer that no reader gives
  | 'cancelled';

export class ReaderFault extends Error {
  constructor(
    readonly kind: ReaderFaultKind,
    /** For the log: codes and counts, never a word of the answer. */
    readonly about = '',
  ) {
    super(`reader: ${kind} ${about}`.trim());
    this.name = 'ReaderFault';
  }
}

/**
 * One way of reading a card in the main process. Readers of other makers (their DLLs need a helper process) come in
 * here; documents typed by hand or by a keyboard wedge pass through the screen and need none.
 */
export interface ReaderAdapter {
  /** A card's answer. @throws ReaderFault; ends at once, with any error, when `signal` aborts */
  read(signal: AbortSignal): Promise<ReaderAnswer>;
  /** Leaves the device as it was, after every read, however it ended. Never throws. */
  leave(signal: AbortSignal): Promise<void>;
}
