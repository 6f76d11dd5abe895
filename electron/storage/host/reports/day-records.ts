import { FOCUS_FIELDS, MOODS, type Mood } from '../../../../shared/domain/interview';
import { PURPOSE_NAMES, VISIT_STATE_NAMES } from '../../../../shared/domain/visit';
import type { BriefingFacts, DayForecast, DayIncident, DayPromise, DayTalk, DayVisit } from '../../../../shared/rules/briefing-facts';
import { fieldPath } from '../../../../shared/rules/fields';
import { gradeInForce } from '../../../../shared/rules/forecast-grade';
import { causeOf, conductsSeen, lineOf, measuresOf, momentAt, trendOf } from '../../../../shared/rules/incident-facts';
import { isCurrentPromise } from '../../../../shared/rules/promises';
import { addDays, instantAt, timeOf } from '../../../../shared/rules/time';
import { standingItems } from '../forecast/rows';
import type { Host } from '../host';
import { entriesOf } from '../incidents/incident-entries';
import { incidentFacts } from '../incidents/paper-facts';
import { notesOf } from '../interviews/notes-of';
import { withSuggestion } from '../preparation/day-items';
import type { Opened } from '../tables';

/** How many lines of an incident's measures a 专报 takes over: the rest stands in its report. */
const MEASURES_AT_MOST = 12;

/**
 * Everything of one day that its papers are made from, by the day's indexes. Void registrations, the old ledger's lines and
 * drills are no part of it.
 * @param date `YYYY-MM-DD` in the hall's zone
 */
export async function dayRecords(host: Host, date: string, chosen: readonly string[] = []): Promise<BriefingFacts> {
  const settings = await host.reader.settings();
  const visits = await visitsOfDay(host, date);
  const talks = await talksOfDay(host, date);
  const rooms = new Map(settings.hall.rooms.map(({ id, name }) => [id, name]));
  const people = await host.reader.some(
    'persons',
    visits.flatMap(({ personIds }) => [...personIds]),
  );
  return {
    date,
    visits: visits.map(
      (visit): DayVisit => ({
        ...{ id: visit.id, matterId: visit.matterId, number: visit.number, queueNumber: visit.queueNumber, heads: visit.heads },
        collective: visit.kind === 'collective',
        field: fieldPath(settings.fields, visit.fieldCode),
        purpose: PURPOSE_NAMES[visit.purpose],
        ...{ summary: visit.summary, place: visit.place, secret: visit.secret, repeated: visit.repeated, visitCount: visit.visitCount },
        people: visit.personIds.flatMap((id) => {
          const person = people.get(id);
          return person && !person.unreadable ? [{ name: person.name, docNumber: person.docNumber, phone: person.phone }] : [];
        }),
        personIds: visit.personIds,
        state: VISIT_STATE_NAMES[visit.state],
      }),
    ),
    chosen: new Set(chosen),
    talks: await Promise.all(talks.map((talk) => talkFacts(host, talk, rooms.get(talk.roomId) ?? ''))),
    promises: await promisesOf(host, talks),
    incidents: await incidentsOfDay(host, date),
    forecasts: await forecastsOf(host, date),
    repeatMarkFrom: settings.rules.repeatMarkFrom,
  };
}

/** In the order of the day. */
export async function visitsOfDay({ db, reader }: Host, date: string): Promise<Opened<'visits'>[]> {
  const rows = await db.rows('visits').where('date').equals(date).toArray();
  const opened = await reader.open(
    'visits',
    rows.filter(({ importId, state }) => !importId && state !== 'void'),
  );
  return opened.sort((a, b) => a.registeredAt - b.registeredAt);
}

/** 接谈 that began on that day, without those that were broken off before anything was said. */
export async function talksOfDay({ db, reader }: Host, date: string): Promise<Opened<'interviews'>[]> {
  const rows = await db.rows('interviews').where('date').equals(date).toArray();
  const opened = await reader.open('interviews', rows);
  return opened.filter(({ state }) => state !== 'cancelled').sort((a, b) => a.startedAt - b.startedAt);
}

async function talkFacts(host: Host, talk: Opened<'interviews'>, room: string): Promise<DayTalk> {
  const marks = await notesOf(host.db, talk.id)
    .filter(({ kind }) => kind === 'mood')
    .toArray();
  const moods = Object.fromEntries(MOODS.map((mood) => [mood, marks.filter((mark) => mark.mood === mood).length]));
  const { disposal } = talk;
  return {
    ...{ id: talk.id, visitId: talk.visitId, room, ended: talk.state === 'ended', result: talk.result },
    answer: disposal?.answer ?? '',
    opinion: disposal?.opinion ?? '',
    department: disposal?.department ?? '',
    target: disposal?.target.name ?? '',
    focus: Object.fromEntries(FOCUS_FIELDS.map((field) => [field, talk.focus[field].text])) as DayTalk['focus'],
    moods: moods as Record<Mood, number>,
  };
}

async function promisesOf({ db, reader }: Host, talks: readonly Opened<'interviews'>[]): Promise<DayPromise[]> {
  const rows = await db
    .rows('promises')
    .where('interviewId')
    .anyOf(talks.map(({ id }) => id))
    .toArray();
  return (await reader.open('promises', rows))
    .filter(isCurrentPromise)
    .sort((a, b) => a.due.localeCompare(b.due))
    .map(({ id, visitId, label, due, provisional, department }) => ({ id, visitId, label, due, provisional, department }));
}

/** 今日预判 with the grade that a person gave, or until then the suggested one. */
async function forecastsOf(host: Host, date: string): Promise<DayForecast[]> {
  const items = await withSuggestion(host, await standingItems(host, date));
  return items.map(({ id, grade, suggested, matterId, personId }) => ({
    id,
    grade: gradeInForce({ grade, suggested }),
    matterId,
    personId,
  }));
}

/** Real ones, by when the key was pressed. */
export async function incidentRows({ db, reader }: Host, date: string): Promise<Opened<'incidents'>[]> {
  const [from, to] = [instantAt(date, '00:00'), instantAt(addDays(date, 1), '00:00')];
  const rows = await db.rows('incidents').where('[mode+raisedAt]').between(['real', from], ['real', to], true, false).toArray();
  return reader.open('incidents', rows);
}

async function incidentsOfDay(host: Host, date: string): Promise<DayIncident[]> {
  const incidents: DayIncident[] = [];
  for (const incident of await incidentRows(host, date)) {
    const facts = await incidentFacts(host, incident, await entriesOf(host, incident.id));
    const { picture } = facts;
    incidents.push({
      ...{ id: incident.id, number: incident.number, at: timeOf(incident.raisedAt), level: picture.level },
      name: facts.plan?.name ?? '突发情况（类型待定）',
      falseAlarm: picture.state === 'false-alarm',
      over: ['lifted', 'closed', 'false-alarm'].includes(picture.state),
      peopleMost: Math.max(0, ...picture.people.map((each) => each.count)),
      visitIds: picture.visitIds,
      conducts: [...new Set(conductsSeen(facts).map(({ label }) => label))],
      cause: causeOf(facts).replaceAll('\n', '，'),
      measures: measuresOf(facts)
        .slice(0, MEASURES_AT_MOST)
        .map((entry) => `${momentAt(entry.elapsed, facts)} ${lineOf(entry, facts.names)}`),
      trend: trendOf(facts),
      improve: picture.review?.improve ?? '',
    });
  }
  return incidents;
}
