import type { Role } from '../domain/basics';
import { CARE_DETAIL_READERS } from './care-note';

/** Who does what before a matter is received [default] (plan S34–S41). */

/** 综合协调组 prepares, the leading group holds the meeting. */
export const PREPARERS: readonly Role[] = ['coordinator', 'leader'];
/** Whose hands the plain steps need as well. */
export const STEP_TAKERS: readonly Role[] = [...PREPARERS, 'guard', 'logistics'];
export const ROOM_KEEPERS: readonly Role[] = ['logistics', 'coordinator'];
export const PATROLLERS: readonly Role[] = ['guard', 'coordinator'];
export const TEAM_MAKERS: readonly Role[] = [...PREPARERS, 'interviewer'];
/** Health and conduct: as care notes are read. */
export const NOTE_READERS: readonly Role[] = CARE_DETAIL_READERS;
/** Who puts them on paper, for the reception team alone. */
export const NOTE_PRINTERS: readonly Role[] = ['coordinator', 'leader', 'interviewer'];
/** Who may be given such a paper: whoever receives people, or sits in the team of one of the day's matters. */
export const mayReceiveNotes = ({ id, roles }: { id: string; roles: readonly Role[] }, team: ReadonlySet<string>): boolean =>
  roles.includes('interviewer') || team.has(id);

/** Archived, such a paper is read by those who may read the notes, and on its own day only (plan S40: masked afterwards). */
export const mayExportNotes = (roles: readonly Role[], day: string, today: string): boolean =>
  day === today && roles.some((role) => NOTE_READERS.includes(role));
