import type { CallView, IncidentView } from '../../../../shared/contract/incidents';
import type { TimelineEntry } from '../../../../shared/domain/incident';
import type { Settings } from '../../../../shared/domain/settings';
import { callList, fillScript, holderOf, type OnRoster } from '../../../../shared/rules/incident-calls';
import { ruleOf } from '../../../../shared/rules/incident-level';
import { type Entry, type IncidentPicture, incidentPicture, peopleNow } from '../../../../shared/rules/incident-picture';
import { type EntryNames, entryText } from '../../../../shared/rules/incident-words';
import type { Host } from '../host';
import { responseOf } from '../incidents/response-of';
import type { Opened } from '../tables';
import { alarmView } from './alarm-view';
import { countInForce } from './care-notes';
import { nameShown } from './person-view';

type Incident = Opened<'incidents'>;

/** Everything of an incident but its timeline, worked out from that. */
export async function incidentView(host: Host, incident: Incident, entries: readonly Entry[]): Promise<IncidentView> {
  const { settings, staff } = await responseOf(host, incident);
  const picture = incidentPicture(entries, incident.plan);
  const { controlledAt, liftedAt, liftedTime, whereabouts, summary, review, reports, found, dismissed, tasks, services } = picture;
  const commander = settings.emergency.contacts.find(({ key }) => key === ruleOf(settings.emergency, picture.level).commander);
  return {
    ...(await alarmView(host, incident)),
    reporter: reporterOf(incident, settings, staff),
    heardBy: picture.heard.map(({ deskCode, at, staffId }) => ({ deskCode, at, staffName: staff.get(staffId)?.name ?? '' })),
    commander: { post: commander?.name ?? '', person: commander ? holderOf(commander, staff).person : '' },
    edition: incident.edition,
    levelSince: picture.levelSince,
    steps: Object.fromEntries(
      Object.entries(picture.steps).map(([id, { outcome, at, elapsed, staffId, reason }]) => [
        id,
        { outcome, at, elapsed, byName: staff.get(staffId)?.name ?? '', reason },
      ]),
    ),
    persuasions: picture.persuasions,
    people: picture.people,
    conducts: picture.conducts,
    calls: calls(picture, incident, settings, staff),
    visits: await visitsOf(host, picture.visitIds),
    facts: picture.facts,
    ...{ controlledAt, liftedAt, liftedTime, whereabouts, summary, review, reports, found, dismissed, tasks, services },
    drillPlan: incident.drillPlan,
    participants: incident.participants,
  };
}

/** The newest lines, the oldest of them first. */
export async function timelineOf(
  host: Host,
  incident: Incident,
  entries: readonly Entry[],
  limit: number,
): Promise<{ entries: TimelineEntry[]; total: number }> {
  const { settings, staff } = await responseOf(host, incident);
  const shown = entries.slice(-limit);
  const names = await namesFor(host, incident, entries, settings);
  return {
    total: entries.length,
    entries: shown.map(({ id, n, at, elapsed, staffId, deskCode, data }) => ({
      ...{ id, n, at, elapsed, deskCode, data },
      text: entryText(data, names),
      staffName: staff.get(staffId)?.name ?? '',
    })),
  };
}

/** The words that entries need: of the plan, of the unit's lists, and the queue numbers of the visits they name. */
export async function namesFor(
  { reader }: Pick<Host, 'reader'>,
  { plan }: Pick<Incident, 'plan'>,
  entries: readonly Entry[],
  { emergency, hall }: Pick<Settings, 'emergency' | 'hall'>,
): Promise<EntryNames> {
  const visits = await reader.some(
    'visits',
    entries.flatMap(({ data }) => ('visitId' in data ? [data.visitId] : [])),
  );
  const tasks = new Map(entries.flatMap(({ id, data }) => (data.kind === 'task' ? [[id, data.text] as const] : [])));
  const find = <T>(list: readonly T[] | undefined, is: (each: T) => boolean, say: (each: T) => string, other: string): string => {
    const found = list?.find(is);
    return found ? say(found) : other;
  };
  return {
    type: (code) => `${code} ${plan?.code === code ? plan.name : ''}`.trim(),
    step: (id) =>
      find(
        plan?.steps,
        (each) => each.id === id,
        (each) => each.text,
        '前一类型的步骤',
      ),
    field: (key) =>
      find(
        plan?.fields,
        (each) => each.key === key,
        (each) => each.label,
        '前一类型的栏目',
      ),
    contact: (key) =>
      find(
        emergency.contacts,
        (each) => each.key === key,
        (each) => each.name,
        key,
      ),
    conduct: (id) =>
      find(
        emergency.conducts,
        (each) => each.id === id,
        (each) => each.label,
        id,
      ),
    visit: (id) => `${visits.get(id)?.queueNumber ?? ''} 号`,
    task: (id) => tasks.get(id) ?? '',
    desk: (code) => hall.desks.find((each) => each.code === code)?.name ?? `${code} 号登记台`,
  };
}

/** 「未登录（1号台）」 until somebody signs in at the desk. */
export function reporterOf(
  { reporterId, deskCode }: Pick<Incident, 'reporterId' | 'deskCode'>,
  { hall }: Settings,
  staff: ReadonlyMap<string, OnRoster>,
): string {
  const known = staff.get(reporterId)?.name;
  if (known) return known;
  return `未登录（${hall.desks.find(({ code }) => code === deskCode)?.name ?? deskCode}）`;
}

function calls(
  picture: IncidentPicture,
  { plan, deskCode }: Incident,
  settings: Settings,
  staff: ReadonlyMap<string, OnRoster>,
): CallView[] {
  const count = peopleNow(picture);
  const known = {
    unit: settings.unit.name,
    place: settings.unit.address || settings.unit.name,
    event: plan?.name ?? '突发情况',
    people: count === null ? '人数不明' : `${count} 人`,
    desk: settings.hall.desks.find(({ code }) => code === deskCode)?.name ?? '',
  };
  return callList(picture, plan, settings.emergency, staff, settings.unit.unitType).map((row) => ({
    ...row,
    script: fillScript(row.script, known),
  }));
}

/** Those it is about, and whether there is a care note to look at; never what it says. */
async function visitsOf(host: Host, visitIds: readonly string[]): Promise<IncidentView['visits']> {
  const { reader } = host;
  const visits = await reader.some('visits', visitIds);
  const people = await reader.some(
    'persons',
    [...visits.values()].flatMap(({ personIds }) => personIds),
  );
  return Promise.all(
    visitIds.flatMap((id) => {
      const visit = visits.get(id);
      if (!visit) return [];
      const first = people.get(visit.personIds[0] ?? '');
      const view = { id, queueNumber: visit.queueNumber, name: first ? nameShown(first) : '' };
      return [countInForce(host, visit.personIds).then((careNotes) => ({ ...view, careNotes }))];
    }),
  );
}
