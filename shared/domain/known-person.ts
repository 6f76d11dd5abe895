import { z } from 'zod';
import { DayString, Id } from './basics';
import { CareKind } from './care-note';
import { PersonView } from './person';
import { VisitRow } from './visit';

export const MatterState = z.enum(['open', 'answered', 'closed', 'final']);
export type MatterState = z.infer<typeof MatterState>;
export const MATTER_STATE_NAMES: Record<MatterState, string> = {
  open: '在办',
  answered: '已答复',
  closed: '已办结',
  final: '复核终结',
};

export const Promise_ = z.object({
  /** law-and-deadlines code, e.g. `D2`. */
  code: z.string(),
  label: z.string(),
  due: DayString,
  /** Calendar days past `due` on the day asked; 0 when not overdue. */
  overdueDays: z.number().int(),
});

export const MatterView = z.object({
  id: Id,
  title: z.string(),
  fieldCode: z.string(),
  state: MatterState,
  /** Visits so far in this matter, not counting the one being typed. */
  visits: z.number().int(),
  lastVisit: DayString,
  promises: z.array(Promise_),
  /** Document number of the final decision (条例 36 条), empty if none. */
  finalDecision: z.string(),
});
export type MatterView = z.infer<typeof MatterView>;

export const CareNoteView = z.object({
  id: Id,
  kind: CareKind,
  /** The arrangement for the desk; the detail is a separate, audited request. */
  arrangement: z.string(),
  approverName: z.string(),
  expires: DayString,
});
export type CareNoteView = z.infer<typeof CareNoteView>;

/** Everything known of a person, in a glance. */
export const KnownPerson = z.object({
  person: PersonView,
  visitCount: z.number().int(),
  /** Newest first, at most 10. */
  visits: z.array(VisitRow),
  matters: z.array(MatterView),
  /** Only for roles that may see them; empty otherwise. */
  careNotes: z.array(CareNoteView),
});
export type KnownPerson = z.infer<typeof KnownPerson>;
