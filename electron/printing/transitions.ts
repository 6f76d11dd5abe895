import type { PrintState } from '../../shared/domain/printing';

/**
 * The life of a print job as a pure table: what may follow what. Nothing else in the program decides
 * this. A state that stands here twice in a row (`ready` → `ready`) only changes its note.
 */
export const TRANSITIONS: Readonly<Record<PrintState, readonly PrintState[]>> = {
  // `ready` directly: the PDF is archived already and is spooled again as it was.
  queued: ['rendering', 'ready', 'failed', 'cancelled'],
  // `queued`: the program ended while the page was being made.
  rendering: ['queued', 'ready', 'failed', 'cancelled'],
  ready: ['ready', 'spooling', 'failed', 'cancelled'],
  // `ready`: the spooler refused before taking anything. `unknown`: it never answered.
  // Not `queued`, not `cancelled`: what may be on its way to paper is first found out.
  spooling: ['ready', 'spooled', 'failed', 'unknown'],
  spooled: ['spooled', 'printed', 'failed', 'unknown', 'cancelled'],
  // Only the spooler's own answer or a person's leads out of `unknown`; never the passing of time.
  unknown: ['unknown', 'spooled', 'printed', 'failed', 'queued', 'cancelled'],
  failed: ['queued', 'cancelled'],
  printed: [],
  cancelled: ['cancelled'],
};

export const mayFollow = (from: PrintState, to: PrintState): boolean => TRANSITIONS[from].includes(to);

/** The given states from which `to` may be reached: what a guarded move passes as `from`. */
export const statesBefore = (to: PrintState, among: readonly PrintState[]): PrintState[] => among.filter((from) => mayFollow(from, to));

/** Still to be done by the queue, or waiting for a person; `failed` waits for 「重试」 but is not open. */
export const OPEN_STATES: readonly PrintState[] = ['queued', 'rendering', 'ready', 'spooling', 'spooled', 'unknown'];

/** Why a job may not be moved by hand, in the clerk's words. */
export const CANNOT = {
  retry: {
    printed: '这份文件已经打印。需要再打一份，请用「补打」。',
    cancelled: '这份作业已经取消。需要打印，请用「补打」。',
    spooled: '这份作业已在打印机的队列里，请稍候。',
    spooling: '这份作业正在发送，请稍候。',
  },
  cancel: {
    printed: '这份文件已经打印，无法取消。',
    cancelled: '这份作业已经取消。',
    spooling: '这份作业正在发送，请稍候再取消。',
  },
} as const satisfies Record<string, Partial<Record<PrintState, string>>>;
