import { z } from 'zod';
import { DayString, Id, requiredText } from '../domain/basics';
import { CareKind, CareNoteDetail, CareNoteEntry, CareNoteInput } from '../domain/care-note';
import { CARE_DETAIL_READERS, CARE_KEEPERS, CARE_READERS, CARE_WRITERS } from '../rules/care-note';
import { command, live, query } from './define';

/** Another person says yes, with their own PIN. */
const approval = { approverId: z.uuid('请选择批准人'), code: z.string().min(1, '请输入批准人的 PIN').max(12) };

export const careNoteContract = {
  /** With those of all the person's records: in force first, then the newest. Past ones only for those who may read details. */
  'careNote.ofPerson': live(
    'storage',
    CARE_READERS,
    z.object({ personId: Id }),
    z.object({
      notes: z.array(CareNoteEntry),
      /** The latest last day that a note of today may have. */
      latest: DayString,
    }),
  ),
  'careNote.detail': query('storage', CARE_DETAIL_READERS, z.object({ id: Id }), CareNoteDetail),
  /** Whoever may approve what the asking person writes. */
  'careNote.approvers': query('storage', CARE_WRITERS, z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  'careNote.add': command(
    'main',
    CARE_WRITERS,
    z.object({ requestId: Id, personId: Id, note: CareNoteInput, ...approval }),
    z.object({ id: Id }),
  ),
  /** The earlier one stays as it was and is carried on by a new one, approved anew. */
  'careNote.renew': command(
    'main',
    CARE_WRITERS,
    z.object({ requestId: Id, id: Id, note: CareNoteInput, ...approval }),
    z.object({ id: Id }),
  ),
  'careNote.end': command(
    'storage',
    CARE_WRITERS,
    z.object({ requestId: Id, id: Id, reason: requiredText(200, '提前结束的理由') }),
    z.object({}),
  ),
  /** What runs out within a week, the first to do so first. */
  'careNote.expiring': live(
    'storage',
    CARE_KEEPERS,
    z.object({}),
    z.array(z.object({ id: Id, personId: Id, name: z.string(), kind: CareKind, arrangement: z.string(), expires: DayString })),
  ),
} as const;
