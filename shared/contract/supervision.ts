import { z } from 'zod';
import { Id } from '../domain/basics';
import { FollowUpInput, FollowUpReceipt, MatterFile, MatterRow, PromiseRow } from '../domain/follow-up';
import { command, live, query } from './define';
import { TALKERS } from './roles';

const none = z.object({});

/** 督办: what was promised, and what came of it. */
export const supervisionContract = {
  /** Open promises by their day, at most 500; `more` when there are more. */
  'supervision.list': live('storage', TALKERS, none, z.object({ rows: z.array(PromiseRow), more: z.boolean(), overdue: z.number().int() })),
  /**
   * Matters by their newest visit, settled ones among them or alone: 回访, 满意度 and 复查 come after the end. With words, those
   * of the visits that a search finds by number or name. At most 100; `more` when there are more.
   */
  'supervision.matters': query(
    'storage',
    TALKERS,
    z.object({ settled: z.boolean(), text: z.string().max(60) }),
    z.object({ rows: z.array(MatterRow), more: z.boolean() }),
  ),
  'supervision.matter': live('storage', TALKERS, z.object({ matterId: Id }), MatterFile.nullable()),
  'supervision.add': command('storage', TALKERS, z.object({ requestId: Id, input: FollowUpInput }), FollowUpReceipt),
  /** A visitor asks with the card's number and the code. */
  'supervision.byCode': query(
    'storage',
    TALKERS,
    z.object({ number: z.string().max(40), code: z.string().max(12) }),
    z.object({ matterId: Id }).nullable(),
  ),
} as const;
