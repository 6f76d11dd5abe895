import type { Role } from '../domain/basics';

/** Who works at the desk. */
export const DESK: readonly Role[] = ['registrar', 'coordinator'];
/** Who may see visits by name. The administrator and the auditor are not among them. */
export const READERS: readonly Role[] = ['registrar', 'coordinator', 'interviewer', 'guard', 'analyst', 'leader'];
/** Who moves people through the hall: guides, calls, ends, takes the card back. */
export const HALL: readonly Role[] = ['registrar', 'coordinator', 'interviewer', 'guard'];
/** Who prints. */
export const PRINTERS: readonly Role[] = ['registrar', 'coordinator', 'administrator'];
/** Who sits in an interview or keeps its record. */
export const TALKERS: readonly Role[] = ['interviewer', 'coordinator', 'registrar', 'leader'];
/** 综合协调组 keeps the recordings (plan S53). */
export const RECORDING_KEEPERS: readonly Role[] = ['coordinator', 'leader'];
/** Who acts in an emergency: everybody of the hall. The administrator and the auditor see no timeline. */
export const RESPONDERS: readonly Role[] = ['registrar', 'coordinator', 'interviewer', 'guard', 'analyst', 'logistics', 'leader'];
/** Who looks at the figures of 统计 and at the records behind them. */
export const STATISTICIANS: readonly Role[] = ['registrar', 'coordinator', 'analyst', 'leader'];
/** Who takes a table of them out of the house. */
export const TABLE_TAKERS: readonly Role[] = ['coordinator', 'analyst', 'leader'];
/** Who looks at the plans of incidents in 设置: whoever writes them, and whoever approves. */
export const PLANNERS: readonly Role[] = ['administrator', 'leader'];
/** Who drafts and reads 专报 (plan S07); reviewing and signing need a PIN of their own on top. */
export const BRIEFERS: readonly Role[] = ['registrar', 'coordinator', 'interviewer', 'analyst', 'leader'];
/** Who ends the day at a desk and hands it over. */
export const CLOSERS: readonly Role[] = ['registrar', 'coordinator', 'interviewer', 'guard'];
