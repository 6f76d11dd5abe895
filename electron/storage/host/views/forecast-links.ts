import { LINK_KINDS, type LinkKind, type LinkView } from '../../../../shared/domain/forecast-acts';
import type { Settings } from '../../../../shared/domain/settings';
import { fieldPath } from '../../../../shared/rules/fields';
import { decisionOn, LINKED_AT_MOST, type Link, type LinkFacts, proposeLinks } from '../../../../shared/rules/forecast-links';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import { type Item, isStandingRow, storedOn } from '../forecast/rows';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** What the day's items, and its visits in one matter, have in common; nothing is opened but the items. */
export async function linksOf(host: Host, date: string, from: number): Promise<{ links: Link[]; items: Item[]; visits: StoredRow[] }> {
  const stored = (await storedOn(host, date)).filter(isStandingRow);
  if (stored.length > LINKED_AT_MOST) return { links: [], items: [], visits: [] };
  const items = (await host.reader.open('forecastItems', stored)).filter(({ unreadable }) => !unreadable);
  const visits = (await host.db.rows('visits').where('date').equals(date).toArray()).filter((row) => !row.erased && row.state !== 'void');
  const facts: LinkFacts[] = [
    ...items.map(({ id, personId, who, matterId, field, place }) => ({ id, person: personId || who, matterId, field, place })),
    // A busy hall has many visits of one field: of those who are here only the matter counts.
    ...visits.map((row) => ({
      ...{ id: row.id, person: String((row.personIds as string[])[0] ?? row.id), matterId: String(row.matterId) },
      ...{ field: '', place: '' },
    })),
  ];
  return { links: proposeLinks(facts, from), items, visits };
}

/** Each with what was decided about exactly these, and by whom. */
export async function linkViews(host: Host, date: string, settings: Settings): Promise<LinkView[]> {
  const { links, items, visits } = await linksOf(host, date, settings.forecast.linkItems);
  if (links.length === 0) return [];
  const { db, reader } = host;
  const decisions = await reader.open('forecastLinks', await db.rows('forecastLinks').where('date').equals(date).toArray());
  const [staff, matters] = await Promise.all([
    reader.some(
      'staff',
      decisions.map(({ staffId }) => staffId),
    ),
    reader.some(
      'matters',
      links.flatMap(({ kind, key }) => (kind === 'matter' ? key : [])),
    ),
  ]);
  const texts = new Map([
    ...items.map(({ id, who }) => [id, who] as const),
    ...visits.map((row) => [row.id, String(row.queueNumber)] as const),
  ]);
  const subjects: Record<LinkKind, (link: Link) => string> = {
    matter: ({ key }) => {
      const matter = matters.get(key);
      return matter?.secret ? SECRET_WORDS : (matter?.title ?? '');
    },
    field: ({ key }) => fieldPath(settings.fields, key),
    place: ({ memberIds }) => items.find(({ id }) => memberIds.includes(id))?.place ?? '',
  };
  return links
    .map((link): LinkView => {
      const { decision, since } = decisionOn(link, decisions);
      return {
        kind: link.kind,
        subject: subjects[link.kind](link),
        members: link.memberIds.map((id) => ({ id, text: texts.get(id) ?? '' })),
        decision: decision && {
          ...{ id: decision.id, at: decision.at, staffName: staff.get(decision.staffId)?.name ?? '' },
          ...{ accepted: decision.accepted, reason: decision.reason },
        },
        since,
      };
    })
    .sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null) || LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind));
}
