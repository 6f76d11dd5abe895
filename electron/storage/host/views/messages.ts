import Dexie from 'dexie';
import type { MessageView } from '../../../../shared/contract/messages';
import type { Group } from '../../../../shared/domain/emergency';
import { RUNNING_STATES } from '../../../../shared/domain/incident';
import { acknowledgedBy, inOrder, openGroups } from '../../../../shared/rules/messages';
import { dayOf } from '../../../../shared/rules/time';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** What nobody acknowledged among so many of the newest is counted; older ones are history. */
const LOOKED_AT = 500;

interface Taken {
  id: string;
  at: number;
  group: Group;
}

/** Newest first, by the index of their moments. */
async function newest({ db }: Pick<Host, 'db'>, incidentId: string, atMost: number): Promise<StoredRow[]> {
  const rows = db.rows('messages');
  const wanted =
    incidentId === ''
      ? rows.orderBy('at')
      : rows.where('[incidentId+at]').between([incidentId, Dexie.minKey], [incidentId, Dexie.maxKey], true, true);
  return (await wanted.reverse().limit(atMost).toArray()).filter((row) => !row.erased);
}
/** By message. */
async function takenOf({ db }: Pick<Host, 'db'>, messageIds: readonly string[]): Promise<Map<string, StoredRow[]>> {
  const taken = new Map<string, StoredRow[]>();
  const rows = await db
    .rows('acknowledgements')
    .where('messageId')
    .anyOf([...messageIds])
    .toArray();
  for (const row of rows) {
    const id = String(row.messageId);
    if (!row.erased) taken.set(id, [...(taken.get(id) ?? []), row]);
  }
  return taken;
}

/** Each with who took it, group by group. */
export async function messageViews(host: Host, incidentId: string, limit: number): Promise<{ messages: MessageView[]; more: boolean }> {
  const stored = await newest(host, incidentId, limit + 1);
  return { messages: await viewsOf(host, stored.slice(0, limit)), more: stored.length > limit };
}

async function viewsOf(host: Host, stored: readonly StoredRow[]): Promise<MessageView[]> {
  const { reader } = host;
  const taken = await takenOf(
    host,
    stored.map(({ id }) => id),
  );
  const messages = await reader.open('messages', stored);
  const acknowledgements = await reader.open('acknowledgements', [...taken.values()].flat());
  const incidents = await reader.some('incidents', [...new Set(messages.map((each) => each.incidentId).filter(Boolean))]);
  const staff = await reader.some(
    'staff',
    [...messages, ...acknowledgements].map(({ staffId }) => staffId),
  );
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  return messages.map(({ id, at, text, staffId, deskCode, drill, incidentId, groups }) => {
    const first = acknowledgedBy(acknowledgements.filter(({ messageId }) => messageId === id));
    return {
      ...{ id, at, text, deskCode, drill, incidentId },
      senderName: nameOf(staffId),
      incidentNumber: incidents.get(incidentId)?.number ?? '',
      groups: inOrder(groups).map((group) => {
        const by = first.get(group);
        return {
          group,
          acknowledged: by ? { at: by.at, person: by.person, byName: nameOf(by.staffId), deskCode: by.deskCode } : null,
        };
      }),
    };
  });
}

/** Counted from what stands outside the seals; a drill that is over waits for nobody. */
export async function openMessages(host: Host): Promise<{ open: number; oldest: number | null }> {
  const stored = await newest(host, '', LOOKED_AT);
  const taken = await takenOf(
    host,
    stored.map(({ id }) => id),
  );
  const drills = [...new Set(stored.filter((row) => row.drill === true).map((row) => String(row.incidentId)))];
  const rows = await host.db.rows('incidents').bulkGet(drills);
  const running = new Set(rows.filter((row) => RUNNING_STATES.some((state) => state === row?.state)).map((row) => row?.id));
  const open = stored.filter(
    (row) =>
      (row.drill !== true || running.has(String(row.incidentId))) &&
      openGroups(row.groups as Group[], (taken.get(row.id) ?? []) as unknown as Taken[]).length > 0,
  );
  return { open: open.length, oldest: open.length > 0 ? Math.min(...open.map((row) => Number(row.at))) : null };
}

/** For paper: an incident's, or today's real ones and those of earlier days that some group still has to take. */
export async function messagesForPaper(host: Host, incidentId: string): Promise<MessageView[]> {
  const today = host.clock.today();
  const { messages } = await messageViews(host, incidentId, LOOKED_AT);
  if (incidentId !== '') return messages;
  const isOpen = ({ groups }: MessageView): boolean => groups.some(({ acknowledged }) => acknowledged === null);
  return messages.filter((message) => !message.drill && (dayOf(message.at) === today || isOpen(message)));
}
