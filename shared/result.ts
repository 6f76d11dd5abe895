/** Errors are values. A request answers with a `Result`; nothing is thrown across the bridge. */

/** Every way a request can fail. The Chinese sentence for each stands in errors.ts. */
export const ERROR_CODES = [
  'unknown-request', // no such request in the contract
  'malformed', // the input does not fit the schema
  'forbidden', // the role may not do this
  'forged-sender', // not a screen of ours, or not its main frame
  'signed-out', // nobody is signed in
  'locked', // the screen is locked
  'store-locked', // the start-up passphrase has not been given yet
  'store-unavailable', // the storage host is restarting
  'read-only', // the disk guard has stopped all writing
  'disk-low', // the disk guard refuses this kind of write
  'refused', // a rule says no; `fields` or `message` says why
  'not-found',
  'conflict', // someone changed it first
  'wrong-pin',
  'wait', // too many wrong tries; `waitSeconds` says how long
  'wrong-passphrase',
  'reader', // the card reader gave no card; `message` says why
  'printer', // the spooler or printer refused
  'secret', // the matter is shown to named people only
  'damaged', // a stored value could not be opened
  'internal', // unexpected; logged once, shown once
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppError {
  code: ErrorCode;
  /** What happened, what was kept, what to do. Chinese, ready to show. */
  message: string;
  /** For `malformed` and `refused`: the sentence beside each field, by dotted path. */
  fields?: Record<string, string>;
  /** Seconds until the next try is accepted (code `wait`). */
  waitSeconds?: number;
  /** Technical detail behind 「复制详情」; never holds personal data. */
  detail?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = <T = never>(error: AppError): Result<T> => ({ ok: false, error });

/** Thrown inside one process to carry an AppError up to the nearest `Result` boundary. */
export class Refusal extends Error {
  constructor(readonly error: AppError) {
    super(`${error.code}: ${error.message}`);
    this.name = 'Refusal';
  }
}
