import type { Role } from '../domain/basics';
import { GROUPS, type Group } from '../domain/emergency';

/**
 * Group messages (plan S05, S33): a message and its acknowledgements are rows that are only ever added, so that two desks
 * that meet later lose none of either. What a message's state is follows from both.
 */

/** Whose group somebody acknowledges for by themselves. The desk and guests of other groups name who took it. */
const GROUP_OF_ROLE: Partial<Record<Role, Group>> = {
  leader: 'lead',
  coordinator: 'coordination',
  interviewer: 'reception',
  guard: 'security',
  logistics: 'logistics',
  analyst: 'analysis',
};
export const ownGroups = (roles: readonly Role[]): Group[] => [...new Set(roles.flatMap((role) => GROUP_OF_ROLE[role] ?? []))];

export interface Acknowledgement {
  id: string;
  /** ms UTC */
  at: number;
  group: Group;
}

/** The first of each group counts: a second one, of a desk that did not know yet, changes nothing. */
export function acknowledgedBy<T extends Acknowledgement>(acknowledgements: readonly T[]): Map<Group, T> {
  const first = new Map<Group, T>();
  for (const each of [...acknowledgements].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id)))
    if (!first.has(each.group)) first.set(each.group, each);
  return first;
}

/** In the order in which the groups are always named, each once. */
export const inOrder = (groups: readonly Group[]): Group[] => GROUPS.filter((group) => groups.includes(group));

export const openGroups = (groups: readonly Group[], acknowledgements: readonly Acknowledgement[]): Group[] => {
  const done = acknowledgedBy(acknowledgements);
  return inOrder(groups).filter((group) => !done.has(group));
};

/** How long it has been open, in whole minutes; a clock that was set back makes it no younger than now. */
export const openMinutes = (sentAt: number, now: number): number => Math.max(0, Math.floor((now - sentAt) / 60_000));
/** 超过: at exactly so many minutes it is not red yet (民法典 1259 条). */
export const isOverdue = (sentAt: number, now: number, minutes: number): boolean => now - sentAt > minutes * 60_000;

/** @param person whoever took it, where that is not the one who is signed in */
export function checkAcknowledgement(group: Group, person: string, roles: readonly Role[]): string {
  return person === '' && !ownGroups(roles).includes(group) ? '请填写由谁确认（电话或当面）' : '';
}
