import { RESULT_NAMES } from '../../../../shared/domain/disposal';
import type { TranscriptField, TranscriptRange, TranscriptRow } from '../../../../shared/domain/transcript';
import { PURPOSE_NAMES } from '../../../../shared/domain/visit';
import { DOCUMENT_NAMES } from '../../../../shared/rules/identity';
import { maskName } from '../../../../shared/rules/mask';
import { standing } from '../../../../shared/rules/promises';
import { addDays, stampOf } from '../../../../shared/rules/time';
import { transcriptOf } from '../../../../shared/rules/transcript-fields';
import type { Actor } from '../../protocol';
import type { Host } from '../host';
import { mayKnow } from '../interviews/secrecy';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

type Visit = Opened<'visits'>;
interface Transcript {
  rows: TranscriptRow[];
  visits: Visit[];
  more: boolean;
}

/**
 * The visits of some days that this person may know, oldest first, each with whether it was typed there. Read day by day, so
 * that a list of what is still to do is cut only where it is full itself.
 * @param most rows; an export has no limit
 */
export async function transcriptRows(
  host: Host,
  { from, to, todo }: TranscriptRange,
  actor: Actor,
  most = Number.POSITIVE_INFINITY,
): Promise<Transcript> {
  const found: Transcript = { rows: [], visits: [], more: false };
  let after = from;
  while (found.rows.length <= most) {
    const next = await host.db.rows('visits').where('date').between(after, to, true, true).first();
    if (!next) break;
    const day = String(next.date);
    const { rows, visits } = await transcriptOfDay(host, day, todo, actor);
    found.rows.push(...rows);
    found.visits.push(...visits);
    after = addDays(day, 1);
    if (after > to) break;
  }
  return { rows: found.rows.slice(0, most), visits: found.visits.slice(0, most), more: found.rows.length > most };
}

async function transcriptOfDay(host: Host, day: string, todo: boolean, actor: Actor): Promise<Omit<Transcript, 'more'>> {
  const { db, reader } = host;
  const stored = await db
    .rows('visits')
    .where('date')
    .equals(day)
    .filter((row) => row.state !== 'void' && !row.importId)
    .toArray();
  const opened = (await reader.open('visits', stored)).filter(({ unreadable }) => !unreadable);
  const matters = await reader.some(
    'matters',
    opened.map(({ matterId }) => matterId),
  );
  const known = opened.filter(({ matterId }) => {
    const matter = matters.get(matterId);
    return matter && mayKnow(matter, actor);
  });
  const entered = await enteredOf(host, known);
  const people = await reader.some(
    'persons',
    known.flatMap(({ personIds }) => personIds[0] ?? []),
  );
  const visits = todo ? known.filter(({ id }) => !entered.has(id)) : known;
  const rows = visits.map((visit): TranscriptRow => {
    const person = people.get(visit.personIds[0] ?? '');
    const { id: visitId, number, summary } = visit;
    return { visitId, number, day, maskedName: person ? maskName(nameShown(person)) : '', summary, entered: entered.get(visitId) ?? null };
  });
  return { rows, visits };
}

async function enteredOf({ db, reader }: Host, visits: readonly Visit[]): Promise<Map<string, NonNullable<TranscriptRow['entered']>>> {
  const stored = await db
    .rows('followUps')
    .where('matterId')
    .anyOf([...new Set(visits.map(({ matterId }) => matterId))])
    .filter((row) => row.kind === 'entered' && row.visitId !== undefined)
    .toArray();
  const lines = (await reader.open('followUps', stored)).sort((a, b) => a.at - b.at);
  const staff = await reader.some(
    'staff',
    lines.map(({ staffId }) => staffId),
  );
  // The later one corrects the earlier.
  return new Map(
    lines.map(({ visitId, day, text, staffId }) => [
      visitId ?? '',
      { day, officialNumber: text, staffName: staff.get(staffId)?.name ?? '' },
    ]),
  );
}

/** Everything of one visit that is typed there, whole. */
export async function transcriptFields({ db, reader, clock }: Host, visit: Visit): Promise<TranscriptField[]> {
  const [person, matter, settings, staff] = await Promise.all([
    reader.one('persons', visit.personIds[0] ?? ''),
    reader.one('matters', visit.matterId),
    reader.settings(),
    reader.one('staff', visit.registeredBy),
  ]);
  const talks = await reader.open('interviews', await db.rows('interviews').where('visitId').equals(visit.id).toArray());
  const talk = talks.filter(({ state }) => state === 'ended').sort((a, b) => b.startedAt - a.startedAt)[0];
  const promises = await reader.open('promises', await db.rows('promises').where('matterId').equals(visit.matterId).toArray());
  const due = promises
    .filter((promise) => promise.visitId === visit.id && standing(promise, clock.today()) === 'open')
    .map((promise) => promise.due)
    .sort();
  return transcriptOf({
    number: visit.number,
    day: visit.date,
    registeredAt: stampOf(visit.registeredAt),
    registeredBy: staff?.name ?? '',
    unit: settings.unit.name,
    name: person ? nameShown(person) : '',
    sex: person?.sex === 'male' ? '男' : person?.sex === 'female' ? '女' : '',
    birthDate: person?.birthDate ?? '',
    docType: person ? DOCUMENT_NAMES[person.docType] : '',
    docNumber: person?.docNumber ?? '',
    phone: person?.phone ?? '',
    address: person?.address ?? '',
    heads: String(visit.heads),
    collective: visit.kind === 'collective',
    repeated: visit.repeated,
    anonymous: person?.docType === 'anonymous',
    secret: visit.secret,
    summary: visit.summary,
    demand: talk?.focus.demand.text ?? '',
    place: visit.place,
    field: settings.fields.entries.find(({ code }) => code === visit.fieldCode)?.name ?? '',
    purpose: PURPOSE_NAMES[visit.purpose],
    result: talk?.result ? RESULT_NAMES[talk.result] : '',
    target: talk?.disposal?.target.name || (talk?.disposal?.department ?? ''),
    answer: talk?.disposal?.answer ?? '',
    due: due.at(-1) ?? '',
    queryCode: matter?.queryCode ?? '',
  });
}
