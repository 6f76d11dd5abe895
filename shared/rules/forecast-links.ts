import { LINK_KINDS, type LinkKind } from '../domain/forecast-acts';

/**
 * 疑似串联 (plan S26): several people of one day have a matter, a field or a place in common. A proposal, nothing more: a
 * person accepts or rejects it, and says why.
 */
export interface LinkFacts {
  id: string;
  /** Who it is: two entries of one person are one. */
  person: string;
  matterId: string;
  field: string;
  place: string;
}
export interface Link {
  kind: LinkKind;
  /** The matter's id, the field's code, the place as it is compared. */
  key: string;
  memberIds: string[];
}

/** Above so many items everything has something in common with everything: nothing is proposed, and that is said. */
export const LINKED_AT_MOST = 1000;

/** As places are compared: 「城关镇 」 and 「城关镇」 are one. */
export const plainPlace = (place: string): string => place.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

const KEYS: Record<LinkKind, (facts: LinkFacts) => string> = {
  matter: ({ matterId }) => matterId,
  field: ({ field }) => field,
  place: ({ place }) => plainPlace(place),
};

/** @param from so many different people; what a matter joins already is not said again of its field or place */
export function proposeLinks(facts: readonly LinkFacts[], from: number): Link[] {
  const links: Link[] = [];
  for (const kind of LINK_KINDS) {
    const groups = new Map<string, LinkFacts[]>();
    for (const each of facts) {
      const key = KEYS[kind](each);
      if (key !== '') groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    for (const [key, members] of groups) {
      if (new Set(members.map(({ person }) => person)).size < from) continue;
      const memberIds = members.map(({ id }) => id).sort();
      if (!links.some((link) => memberIds.every((id) => link.memberIds.includes(id)))) links.push({ kind, key, memberIds });
    }
  }
  return links;
}

export interface LinkDecision {
  kind: LinkKind;
  memberIds: readonly string[];
  at: number;
}
/**
 * The last decision about everything that a link joins, or how many members came after the last one about a part of it.
 * A decision about fewer does not hold for more: the newcomers may be what makes it dangerous.
 */
export function decisionOn<T extends LinkDecision>(link: Link, decisions: readonly T[]): { decision: T | null; since: number } {
  const same = decisions.filter(({ kind }) => kind === link.kind).sort((a, b) => b.at - a.at);
  const whole = same.find(({ memberIds }) => link.memberIds.every((id) => memberIds.includes(id)));
  if (whole) return { decision: whole, since: 0 };
  const part = same.find(({ memberIds }) => link.memberIds.some((id) => memberIds.includes(id)));
  return { decision: null, since: part ? link.memberIds.filter((id) => !part.memberIds.includes(id)).length : 0 };
}

export const checkLinkDecision = (accepted: boolean, reason: string): string =>
  !accepted && reason.trim() === '' ? '不采纳须写明理由' : '';
