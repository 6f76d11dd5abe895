import { z } from 'zod';
import { Id, Instant, requiredText, text } from '../domain/basics';
import { Group } from '../domain/emergency';
import { command, live, query } from './define';
import { RESPONDERS } from './roles';

/** Of an incident, or of none. */
const IncidentRef = z.union([Id, z.literal('')]).default('');

export const MessageView = z.object({
  id: Id,
  at: Instant,
  text: z.string(),
  senderName: z.string(),
  deskCode: z.string(),
  /** 演练: on the screen and on paper. */
  drill: z.boolean(),
  incidentId: z.string(),
  incidentNumber: z.string(),
  groups: z.array(
    z.object({
      group: Group,
      acknowledged: z.object({ at: Instant, person: z.string(), byName: z.string(), deskCode: z.string() }).nullable(),
    }),
  ),
});
export type MessageView = z.infer<typeof MessageView>;

export const messageContract = {
  /** Passes the disk guard as an entry of an incident does: the journal's next bytes are laid aside already. */
  'message.send': query(
    'storage',
    RESPONDERS,
    z.object({
      requestId: Id,
      groups: z.array(Group).min(1, '请选择发给哪些组').max(6),
      text: requiredText(500, '消息内容'),
      incidentId: IncidentRef,
    }),
    z.object({ id: Id }),
  ),
  /** Newest first; with `incidentId` only that incident's. */
  'message.list': live(
    'storage',
    RESPONDERS,
    z.object({ incidentId: IncidentRef, limit: z.number().int().min(1).max(500).default(200) }),
    z.object({
      messages: z.array(MessageView),
      more: z.boolean(),
      /** Unacknowledged for longer than this turns red. */
      taskMinutes: z.number().int(),
    }),
  ),
  /** How many messages some group has not acknowledged, and since when the oldest of them waits. Without drills that are over. */
  'message.open': live(
    'storage',
    RESPONDERS,
    z.object({}),
    z.object({ open: z.number().int(), oldest: Instant.nullable(), taskMinutes: z.number().int() }),
  ),
  /** `person` empty: the one who is signed in, for a group of theirs. */
  'message.acknowledge': query(
    'storage',
    RESPONDERS,
    z.object({ requestId: Id, id: Id, group: Group, person: text(30).default('') }),
    z.object({ id: Id }),
  ),
  /** A list on A4 with room for signatures: of an incident, or today's real ones and whatever is still open. */
  'message.print': command(
    'main',
    RESPONDERS,
    z.object({ incidentId: IncidentRef }),
    z.object({ printJobId: Id, printer: z.string(), messages: z.number().int() }),
  ),
} as const;
