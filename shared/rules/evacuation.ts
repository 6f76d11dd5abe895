import type { EvacuationEntry, EvacuationList } from '../domain/hall';
import type { HallSettings } from '../domain/settings';
import type { SpecialNeed } from '../domain/visit';
import { type Presence, type PresenceFlow, presencesOf } from './presence';

export interface EvacuationFacts extends PresenceFlow {
  id: string;
  queueNumber: string;
  /** In the order of registration; `id` as in `goneIds`. */
  people: readonly { id: string; name: string }[];
  needs: readonly SpecialNeed[];
  /** Of an earlier day, never settled. */
  earlier: boolean;
}

/** Whom somebody has to take by the arm. */
const HELP: ReadonlySet<SpecialNeed> = new Set(['elder', 'mobility', 'pregnant', 'infant', 'hearing', 'vision', 'ill']);
const DESK_NAME = '登记台及大厅';

const keyOf = ({ kind, id }: Presence['place']): string => `${kind}:${id}`;

/** Who must come out, place by place in the order of the hall's plan; a place that was since removed is not left out. */
export function evacuationList(visits: readonly EvacuationFacts[], hall: HallSettings, at: number): EvacuationList {
  const places = new Map<string, EvacuationList['places'][number]>();
  for (const { id, name } of hall.areas) places.set(`area:${id}`, empty(`area:${id}`, name));
  for (const { id, name } of hall.rooms) places.set(`room:${id}`, empty(`room:${id}`, name));
  places.set('desk:', empty('desk:', DESK_NAME));
  const earlier: EvacuationEntry[] = [];
  for (const visit of visits) {
    for (const presence of presencesOf(visit)) {
      const entry = entryOf(visit, presence);
      if (visit.earlier) {
        earlier.push(entry);
        continue;
      }
      const key = keyOf(presence.place);
      const place = places.get(key) ?? empty(key, presence.place.id);
      places.set(key, {
        ...place,
        heads: place.heads + entry.heads,
        unnamed: place.unnamed + entry.unnamed,
        entries: [...place.entries, entry],
      });
    }
  }
  const filled = [...places.values()].filter((place) => place.heads > 0);
  const sum = (of: 'heads' | 'unnamed'): number => filled.reduce((all, place) => all + place[of], 0);
  return { at, total: sum('heads'), unnamed: sum('unnamed'), places: filled, earlier };
}

const empty = (id: string, name: string): EvacuationList['places'][number] => ({ id, name, heads: 0, unnamed: 0, entries: [] });

function entryOf({ id, queueNumber, people, goneIds, needs }: EvacuationFacts, { state, named, unnamed }: Presence): EvacuationEntry {
  return {
    visitId: id,
    queueNumber,
    // Whoever was seen to leave is not looked for.
    names: people.flatMap((person) => (goneIds.includes(person.id) ? [] : person.name)).slice(0, named),
    heads: named + unnamed,
    unnamed,
    state,
    needsHelp: named > 0 && needs.some((need) => HELP.has(need)),
  };
}
