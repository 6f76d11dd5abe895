import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import { HandbookEdition, HandbookText } from '../domain/handbook';
import { IncidentCode } from '../domain/incident-plan';
import { Pin } from '../domain/staff';
import { command, live } from './define';
import { RESPONDERS } from './roles';

/** 应急处置参考手册: written by whoever was there, in force once a leader approved it. */
export const handbookContract = {
  /** Every edition, of one type or of all; newest first. */
  'handbook.list': live('storage', RESPONDERS, z.object({ code: z.union([IncidentCode, z.literal('')]) }), z.array(HandbookEdition)),
  /** A new entry, or with `entryId` a new edition of one; refused when the edition it was written from is not the newest any more. */
  'handbook.write': command(
    'storage',
    RESPONDERS,
    HandbookText.extend({
      requestId: Id,
      entryId: z.union([Id, z.literal('')]),
      /** The edition that was edited; 0 for a new entry. */
      from: z.number().int().min(0),
      incidentId: z.union([Id, z.literal('')]),
    }),
    z.object({ id: Id, entryId: Id, edition: z.number().int() }),
  ),
  'handbook.approve': command(
    'main',
    RESPONDERS,
    z.object({ requestId: Id, id: Id, signerId: z.uuid('请选择审定人'), code: Pin }),
    z.object({}),
  ),
  /** Out of force, with the reason: by a leader's PIN, as it came into force. */
  'handbook.withdraw': command(
    'main',
    RESPONDERS,
    z.object({ requestId: Id, id: Id, reason: requiredText(200, '撤销原因'), signerId: z.uuid('请选择审定人'), code: Pin }),
    z.object({}),
  ),
  /** All that is in force as one paper, with contents and pages. */
  'handbook.printBook': command('main', RESPONDERS, z.object({ requestId: Id }), z.object({ printJobId: Id })),
  'handbook.print': command('main', RESPONDERS, z.object({ requestId: Id, id: Id }), z.object({ printJobId: Id })),
} as const;
