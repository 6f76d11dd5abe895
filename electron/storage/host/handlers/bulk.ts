import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { addDays } from '../../../../shared/rules/time';
import type { Draft } from '../draft';
import { type Call, type Host, writeAs } from '../host';
import { NumberSource } from '../numbers';
import { addVisit } from '../visits/add-visit';
import { addPerson, attendanceOf, type Enrolled, personFields } from '../visits/enrol';
import { addMatter } from '../visits/join-matter';
import { furtherPeople, syntheticPerson, syntheticState, syntheticVisit } from '../visits/synthetic';
import type { InternalHandlers } from './types';

const VISITS_A_WRITE = 500;
const VISITS_A_DAY = 150;
/** Of three visits two are by new people. */
const RETURNING_EVERY = 3;
const MINUTE = 60_000;

/**
 * Fills a database with synthetic visits for the bench, through the same write as a registration, so that the
 * journal, the keys and every index are as they would be. The main process refuses it in a packaged program.
 */
export const bulkHandlers: Pick<InternalHandlers, 'internal.bulk'> = {
  'internal.bulk': async (host, { visits }, call) => {
    const staff = await host.reader.all('staff');
    const clerkId = (staff.find((s) => s.roles.includes('registrar')) ?? staff[0] ?? refuse('refused')).id;
    const checkerId = (staff.find((s) => s.roles.includes('guard')) ?? staff[0] ?? refuse('refused')).id;
    const firstDay = addDays(host.clock.today(), -Math.ceil(visits / VISITS_A_DAY));
    const people: Made[] = [];
    for (let done = 0; done < visits; done += VISITS_A_WRITE) {
      const numbers = Array.from({ length: Math.min(VISITS_A_WRITE, visits - done) }, (_, i) => done + i);
      await writePart(host, { ...call, requestId: uuid() }, { numbers, firstDay, clerkId, checkerId, people });
    }
    return null;
  },
};

/** Of a million people no more is kept than makes them again. */
interface Made {
  n: number;
  id: string;
}
interface Part {
  numbers: number[];
  firstDay: string;
  clerkId: string;
  checkerId: string;
  /** Those already made, who may come again. */
  people: Made[];
}

function writePart(host: Host, call: Call, { numbers, firstDay, clerkId, checkerId, people: made }: Part): Promise<null> {
  return writeAs(host, call, async (draft) => {
    const settings = await host.reader.settings();
    const dayOfVisit = (n: number): string => addDays(firstDay, Math.floor(n / VISITS_A_DAY));
    const source = await new NumberSource(host.db, host.deskCode, host.writer.state).load(numbers.map(dayOfVisit));
    const codes = settings.fields.entries.filter((entry) => entry.active).map((entry) => entry.code);
    for (const n of numbers) {
      const day = dayOfVisit(n);
      const at = Date.parse(`${day}T08:30:00+08:00`) + (n % VISITS_A_DAY) * 3 * MINUTE;
      const people = [personFor(host, draft, n, at, day, made), ...furtherPeople(n).map((m) => enrol(host, draft, m, at, day))];
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
    }
    return null;
  });
}

function personFor(host: Host, draft: Draft, n: number, at: number, day: string, made: Made[]): Enrolled {
  const back = n % RETURNING_EVERY === 0 ? made[(n * 7919) % Math.max(1, made.length)] : undefined;
  if (back) return enrol(host, draft, back.n, at, day, back.id);
  const person = enrol(host, draft, n, at, day);
  made.push({ n, id: person.id });
  return person;
}

/** @param known the row's id, if this person was here before */
function enrol(host: Host, draft: Draft, n: number, at: number, day: string, known?: string): Enrolled {
  const entry = syntheticPerson(n);
  const fields = personFields(host, entry, day);
  return { id: known ?? addPerson(draft, fields, at), fields, attendance: attendanceOf(entry) };
}
