import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { visitCount } from '../../../../shared/rules/repeat';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { groupsOf } from '../handlers/people-group';
import type { Host } from '../host';
import type { Opened } from '../tables';

export interface Joined {
  id: string;
  keyId: string;
  /** Which visit in this matter the new one is. */
  visitCount: number;
  /** 条例 30 条: its visits are secret, too. */
  secret: boolean;
}
interface Joining {
  fieldCode: string;
  summary: string;
  place: string;
  day: string;
  personIds: string[];
  at: number;
}

const TITLE_LENGTH = 30;
export const titleOf = (summary: string): string => {
  const line = summary.split('\n', 1)[0]?.trim() ?? '';
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH)}…` : line;
};

/** An open matter of these people, or the sentence why it cannot take the visit. */
export async function openMatter(host: Host, matterId: string, personIds: readonly string[]): Promise<Opened<'matters'>> {
  const no = (text: string): never => refuse('refused', { message: `${text}，尚未保存。`, fields: { matterId: text } });
  const matter = (await host.reader.one('matters', matterId)) ?? no('没有找到所选的信访事项');
  if (matter.unreadable) no('所选的信访事项无法打开');
  if (!(await isTheirs(host, matter, personIds))) no('所选的信访事项不是这位来访人的');
  if (matter.state === 'closed' || matter.state === 'final') no('所选的信访事项已办结，请作为新事项登记');
  // Counted, for the number in the row is the later of two when two desks registered it without hearing each other.
  const visits = await host.db
    .rows('visits')
    .where('matterId')
    .equals(matterId)
    .filter((row) => !row.erased && row.state !== 'void')
    .count();
  return { ...matter, visits: Math.max(visits, matter.visits) };
}

/** Theirs by the document shown, or by another of the same person's. */
async function isTheirs(host: Host, { personIds: own }: Opened<'matters'>, personIds: readonly string[]): Promise<boolean> {
  const has = (ids: readonly string[]): boolean => own.some((id) => ids.includes(id));
  return has(personIds) || has(await groupsOf(host, personIds));
}

export function joinMatter(draft: Draft, matter: Opened<'matters'>, { personIds, day }: Joining): Joined {
  const keyId = matterKeyId(matter.id);
  const visits = matter.visits + 1;
  // A visit of a paper card may be typed in after later ones.
  const lastVisit = day > matter.lastVisit ? day : matter.lastVisit;
  draft.put('matters', matter.id, { visits, lastVisit, personIds: [...new Set([...matter.personIds, ...personIds])] }, keyId);
  return { id: matter.id, keyId, visitCount: visitCount(matter.visits), secret: matter.secret };
}

export function addMatter(draft: Draft, { fieldCode, summary, place, day, personIds, at }: Joining): Joined {
  const id = uuid({ msecs: at });
  const keyId = draft.newKey(matterKeyId(id));
  const open = { createdAt: at, fieldCode, state: 'open' as const, visits: 1, lastVisit: day, personIds };
  draft.add('matters', id, { ...open, title: titleOf(summary), place, finalDecision: '' }, keyId);
  return { id, keyId, visitCount: visitCount(0), secret: false };
}
