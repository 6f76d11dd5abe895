import type { SheetFacts } from '../../../../shared/documents/incident-sheet';
import { ROLE_NAMES } from '../../../../shared/domain/basics';
import { callList, holderOf } from '../../../../shared/rules/incident-calls';
import type { IncidentFacts } from '../../../../shared/rules/incident-facts';
import { ruleOf } from '../../../../shared/rules/incident-level';
import { type Entry, incidentPicture } from '../../../../shared/rules/incident-picture';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { namesFor, reporterOf } from '../views/incident-view';
import { nameShown } from '../views/person-view';
import { responseOf } from './response-of';

type Incident = Opened<'incidents'>;

/** What every paper of an incident says, at this moment. */
export async function incidentFacts(host: Host, incident: Incident, entries: readonly Entry[]): Promise<IncidentFacts> {
  const { settings, staff } = await responseOf(host, incident);
  const { emergency, unit, hall } = settings;
  const picture = incidentPicture(entries, incident.plan);
  const commander = emergency.contacts.find(({ key }) => key === ruleOf(emergency, picture.level).commander);
  return {
    number: incident.number,
    drill: incident.mode === 'drill',
    raisedAt: incident.raisedAt,
    reporter: reporterOf(incident, settings, staff),
    deskName: hall.desks.find(({ code }) => code === incident.deskCode)?.name ?? '',
    unit: { name: unit.name, address: unit.address, phone: unit.phone },
    plan: incident.plan,
    picture,
    entries,
    names: await namesFor(host, incident, entries, settings),
    emergency,
    calls: callList(picture, incident.plan, emergency, staff, unit.unitType),
    commander: { post: commander?.name ?? '', person: commander ? holderOf(commander, staff).person : '' },
    staffName: (id) => staff.get(id)?.name ?? '',
    now: host.clock.now(),
  };
}

/** Those that were given, in their order. */
export async function reportsOf({ db, reader }: Pick<Host, 'db' | 'reader'>, incidentId: string): Promise<Opened<'incidentReports'>[]> {
  const stored = await db
    .rows('incidentReports')
    .where('[incidentId+n]')
    .between([incidentId, 0], [incidentId, Number.MAX_SAFE_INTEGER], true, true)
    .toArray();
  return reader.open('incidentReports', stored);
}

export async function sheetFacts(host: Host, incident: Incident, entries: readonly Entry[], madeById: string): Promise<SheetFacts> {
  const facts = await incidentFacts(host, incident, entries);
  const reports = await reportsOf(host, incident.id);
  const reporter = await host.reader.one('staff', incident.reporterId);
  return {
    ...facts,
    demo: await host.steady.demo(),
    visits: await visitorsOf(host, facts.picture.visitIds),
    files: await filesOf(host, entries),
    reports: reports.map(({ title, to, at, signedBy, sections }) => ({ title, to, at, sections, signedName: facts.staffName(signedBy) })),
    madeBy: facts.staffName(madeById),
    reporterPost: (reporter?.roles ?? []).map((role) => ROLE_NAMES[role]).join('、'),
    drillPlan: incident.drillPlan,
    participants: incident.participants,
  };
}

/** Number and name, nothing else of anybody. */
async function visitorsOf({ reader }: Host, visitIds: readonly string[]): Promise<SheetFacts['visits']> {
  const visits = await reader.some('visits', visitIds);
  const first = (id: string): string => visits.get(id)?.personIds[0] ?? '';
  const people = await reader.some('persons', visitIds.map(first));
  return visitIds.flatMap((id) => {
    const [visit, person] = [visits.get(id), people.get(first(id))];
    return visit ? [{ queueNumber: visit.queueNumber, name: person ? nameShown(person) : '' }] : [];
  });
}

async function filesOf({ reader }: Host, entries: readonly Entry[]): Promise<SheetFacts['files']> {
  const photos = entries.flatMap(({ data }) => (data.kind === 'photo' ? [data.attachmentId] : []));
  const recordings = entries.flatMap(({ data }) => (data.kind === 'recording' ? [data.recordingId] : []));
  const rows = [...(await reader.some('attachments', photos)).values(), ...(await reader.some('recordings', recordings)).values()];
  return new Map(rows.map(({ id, name, sha256 }) => [id, { name, sha256 }]));
}
