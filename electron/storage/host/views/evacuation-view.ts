import type { EvacuationList } from '../../../../shared/domain/hall';
import { evacuationList } from '../../../../shared/rules/evacuation';
import { maskNameByLength } from '../../../../shared/rules/mask';
import { isCurrent } from '../../../../shared/rules/presence';
import type { Host } from '../host';
import { openVisits } from '../visits/open-visits';
import { nameShown } from './person-view';

/** Who is in the building now. @param masked for a screen or paper that strangers may see */
export async function evacuationNow(host: Host, masked: boolean): Promise<EvacuationList> {
  const { reader, clock } = host;
  const visits = await reader.open('visits', await openVisits(host));
  const [people, settings] = await Promise.all([
    reader.some(
      'persons',
      visits.flatMap((visit) => visit.personIds),
    ),
    reader.settings(),
  ]);
  const now = clock.now();
  const shown = (id: string): string => {
    const person = people.get(id);
    const name = person ? nameShown(person) : '';
    return masked ? maskNameByLength(name) : name;
  };
  const facts = visits
    .sort((a, b) => a.registeredAt - b.registeredAt)
    .map((visit) => ({
      ...visit,
      people: visit.personIds.map((id) => ({ id, name: shown(id) })),
      earlier: !isCurrent(visit, now, clock.today()),
    }));
  return evacuationList(facts, settings.hall, now);
}
