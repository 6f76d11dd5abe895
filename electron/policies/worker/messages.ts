import type { PolicyText } from '../read/open-policy';

/** One file, one answer; the thread ends with it. `sentence` is for the person; without one it is a fault. */
export type FromWorker = { kind: 'read'; text: PolicyText } | { kind: 'failed'; sentence: string; detail: string };
