import type { KeptBecause } from '../../../../shared/domain/keeping';
import { keepingReasons } from '../../../../shared/rules/recordings';
import { ARCHIVES, codeOfMatter, keptBecause, keptUntil, RECORDING_BASIS, yearsOf } from '../../../../shared/rules/retention';
import { dayOf } from '../../../../shared/rules/time';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { stillNeeded } from '../views/recording-view';

/** Reasons of the holds that stand on something, the newest first. */
export async function holdsOn({ db, reader }: Host, objectId: string): Promise<Opened<'holds'>[]> {
  const rows = await db.rows('holds').where('[objectId+state]').equals([objectId, 'held']).toArray();
  return (await reader.open('holds', rows)).sort((a, b) => b.at - a.at);
}

/** Every matter that names one of these records of people, each once. */
export async function mattersOf({ db, reader }: Host, personIds: readonly string[]): Promise<Opened<'matters'>[]> {
  const rows = await db
    .rows('matters')
    .where('personIds')
    .anyOf([...personIds])
    .distinct()
    .toArray();
  return reader.open('matters', rows);
}

/** Recordings of a matter that are not destroyed yet. */
export async function recordingsOf({ db, reader }: Host, matterId: string): Promise<Opened<'recordings'>[]> {
  const talks = await db.rows('interviews').where('matterId').equals(matterId).primaryKeys();
  const rows = await db.rows('recordings').where('interviewId').anyOf(talks).toArray();
  return (await reader.open('recordings', rows)).filter(({ state }) => state !== 'destroyed');
}

export interface Keeping {
  destroyableFrom: string;
  holds: string[];
  kept: KeptBecause[];
}

/** How long a matter is kept, and what keeps it now; its recordings are asked as their own ledger asks them. */
export async function keepingOfMatter(host: Host, matter: Opened<'matters'>): Promise<Keeping> {
  const { retention } = await host.reader.settings();
  const today = host.clock.today();
  const destroyableFrom = keptUntil(matter.lastVisit, yearsOf(codeOfMatter(matter.state), retention));
  const holds = (await holdsOn(host, matter.id)).map(({ reason }) => reason);
  const needed = await stillNeeded(host, matter.id);
  const kept = keptBecause({ today, destroyableFrom, basis: ARCHIVES, holds, stillNeeded: needed });
  for (const row of await recordingsOf(host, matter.id))
    for (const reason of keepingReasons({ ...row, today, matterOpen: false }))
      kept.push({ sentence: `接谈录音${reason}`, basis: RECORDING_BASIS });
  return { destroyableFrom, holds, kept };
}

export async function keepingOfIncident(host: Host, incident: Opened<'incidents'>): Promise<Keeping> {
  const { retention } = await host.reader.settings();
  const years = yearsOf(incident.mode === 'drill' ? 'drill' : 'incident', retention);
  const destroyableFrom = keptUntil(dayOf(incident.closedAt ?? incident.raisedAt), years);
  const holds = (await holdsOn(host, incident.id)).map(({ reason }) => reason);
  const stillOpen = incident.closedAt === null;
  return {
    ...{ destroyableFrom, holds },
    kept: keptBecause({ today: host.clock.today(), destroyableFrom, basis: ARCHIVES, holds, stillNeeded: stillOpen }),
  };
}

/** Numbers of a matter's visits, oldest first: no name stands in it. */
export async function numbersOf({ db }: Host, matterId: string): Promise<string[]> {
  const rows = await db.rows('visits').where('matterId').equals(matterId).toArray();
  return rows.map(({ number }) => String(number)).sort();
}
