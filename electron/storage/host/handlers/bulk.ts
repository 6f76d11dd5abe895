import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { addDays } from '../../../../shared/rules/time';
import type { Draft } from '../draft';
import { type Call, type Host, writeAs } from '../host';
import { addPastIncident } from '../incidents/synthetic';
import { NumberSource } from '../numbers';
import type { StoredRow } from '../stored';
import { addVisit } from '../visits/add-visit';
import { addPerson, attendanceOf, type Enrolled, personFields } from '../visits/enrol';
import { addMatter } from '../visits/join-matter';
import { furtherPeople, syntheticPerson, syntheticState, syntheticVisit } from '../visits/synthetic';
import type { InternalHandlers } from './types';

/** Unless it is said how many: as few as at a desk make a past that is slow to write and true to what a sync reads. */
const VISITS_A_WRITE = 500;
const VISITS_A_DAY = 150;
/** Of three visits two are by new people. */
const RETURNING_EVERY = 3;
const MINUTE = 60_000;
const BEGUN_AT_MOST_DAYS_AGO = 30;

/**
 * Fills a database with synthetic visits, and incidents beside them, for the bench, through the same write as a registration, so that the
 * journal, the keys and every index are as they would be. The main process refuses it in a packaged program.
 * A fill that was ended goes on where it stopped: which visit is which is told by the time in its id alone.
 */
export const bulkHandlers: Pick<InternalHandlers, 'internal.bulk'> = {
  'internal.bulk': async (host, { visits, aWrite = VISITS_A_WRITE }, call) => {
    const staff = await host.reader.all('staff');
    const clerkId = (staff.find((s) => s.roles.includes('registrar')) ?? staff[0] ?? refuse('refused')).id;
    const checkerId = (staff.find((s) => s.roles.includes('guard')) ?? staff[0] ?? refuse('refused')).id;
    const firstDay = await firstDayOf(host, visits);
    for (let done = await alreadyThere(host, firstDay, visits); done < visits; done += aWrite) {
      const numbers = Array.from({ length: Math.min(aWrite, visits - done) }, (_, i) => done + i);
      await writePart(host, { ...call, requestId: uuid() }, { numbers, firstDay, clerkId, checkerId });
    }
    return null;
  },
};

interface Part {
  numbers: number[];
  firstDay: string;
  clerkId: string;
  checkerId: string;
}

const dayOfVisit = (firstDay: string, n: number): string => addDays(firstDay, Math.floor(n / VISITS_A_DAY));
const timeOfVisit = (firstDay: string, n: number): number =>
  Date.parse(`${dayOfVisit(firstDay, n)}T08:30:00+08:00`) + (n % VISITS_A_DAY) * 3 * MINUTE;

/** A UUID v7 begins with its time. */
async function visitNumbered({ db }: Host, firstDay: string, n: number): Promise<StoredRow | undefined> {
  const hex = timeOfVisit(firstDay, n).toString(16).padStart(12, '0');
  return db
    .rows('visits')
    .where('id')
    .startsWith(`${hex.slice(0, 8)}-${hex.slice(8)}-7`)
    .first();
}

/** The last day is yesterday; of a fill begun some days ago, what it was then. */
async function firstDayOf(host: Host, visits: number): Promise<string> {
  const latest = addDays(host.clock.today(), -Math.ceil(visits / VISITS_A_DAY));
  for (let back = 0; back <= BEGUN_AT_MOST_DAYS_AGO; back++)
    if (await visitNumbered(host, addDays(latest, -back), 0)) return addDays(latest, -back);
  return latest;
}

/** How many are there: each write is whole, and they are written in order. */
async function alreadyThere(host: Host, firstDay: string, visits: number): Promise<number> {
  let [there, missing] = [-1, visits];
  while (missing - there > 1) {
    const middle = Math.floor((there + missing) / 2);
    if (await visitNumbered(host, firstDay, middle)) there = middle;
    else missing = middle;
  }
  return missing;
}

function writePart(host: Host, call: Call, { numbers, firstDay, clerkId, checkerId }: Part): Promise<null> {
  return writeAs(host, call, async (draft) => {
    const settings = await host.reader.settings();
    const source = await new NumberSource(host.db, host.deskCode, host.writer.state).load(numbers.map((n) => dayOfVisit(firstDay, n)));
    const codes = settings.fields.entries.filter((entry) => entry.active).map((entry) => entry.code);
    const returning = await Promise.all(numbers.map((n) => whoComesAgain(host, firstDay, n, numbers[0] ?? 0)));
    for (const [i, n] of numbers.entries()) {
      const day = dayOfVisit(firstDay, n);
      const at = timeOfVisit(firstDay, n);
      const back = returning[i];
      const first = back ? enrol(host, draft, back.n, at, day, back.id) : enrol(host, draft, n, at, day);
      const people = [first, ...furtherPeople(n).map((m) => enrol(host, draft, m, at, day))];
      const registration = syntheticVisit(
        n,
        people.map((person) => person.fields),
        codes,
      );
      const matter = addMatter(draft, { ...registration, day, personIds: people.map((person) => person.id), at });
      const check = { id: uuid({ msecs: at }), checkerId, result: 'match' as const };
      const visit = { registration, people, matter, at, day, deskCode: host.deskCode, registeredBy: clerkId, check };
      const { id } = addVisit(draft, { ...visit, state: syntheticState(n) }, source, settings);
      const { docType, docHash } = people[0]?.fields ?? {};
      draft.add('verifications', check.id, { at, checkerId, clerkId, result: 'match', docType, docHash, reason: '', visitId: id });
      addPastIncident(draft, { n, at, day, deskCode: host.deskCode, staffId: clerkId });
    }
    return null;
  });
}

/** One of those who came in an earlier write. */
async function whoComesAgain(host: Host, firstDay: string, n: number, before: number): Promise<{ n: number; id: string } | undefined> {
  if (n % RETURNING_EVERY !== 0 || before < RETURNING_EVERY) return undefined;
  const person = Math.floor(((n * 7919) % before) / RETURNING_EVERY) * RETURNING_EVERY + 1;
  const [id] = ((await visitNumbered(host, firstDay, person))?.personIds as string[] | undefined) ?? [];
  return id === undefined ? undefined : { n: person, id };
}

/** @param known the row's id, if this person was here before */
function enrol(host: Host, draft: Draft, n: number, at: number, day: string, known?: string): Enrolled {
  const entry = syntheticPerson(n);
  const fields = personFields(host, entry, day);
  return { id: known ?? addPerson(draft, fields, at), fields, attendance: attendanceOf(entry) };
}
