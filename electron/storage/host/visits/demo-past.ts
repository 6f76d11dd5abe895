import { v7 as uuid } from 'uuid';
import { PersonEntry } from '../../../../shared/domain/person';
import type { Settings } from '../../../../shared/domain/settings';
import { Registration } from '../../../../shared/domain/visit';
import { addDays, dayOf } from '../../../../shared/rules/time';
import type { NewStaff } from '../../internal';
import { matterKeyId, personKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import { NumberSource } from '../numbers';
import { addVisit } from './add-visit';
import { addPerson, attendanceOf, type Enrolled, personFields } from './enrol';
import { addMatter, type Joined } from './join-matter';

/**
 * A past for the demonstration unit, so that the desk can show a returning visitor at once: three visits in one open
 * matter (the next is the fourth), a promise overdue, a closed matter, a final decision, a care note. The numbers are
 * the published examples of the standard, no real people.
 */
const RETURNING = {
  docType: 'resident-id',
  docNumber: '11010519491231002X',
  name: '李秀兰',
  phone: '13800138000',
  address: '朝阳区示范街 8 号',
};
const FINAL = {
  docType: 'resident-id',
  docNumber: '34052419800101001X',
  name: '王建国',
  phone: '13900139000',
  address: '砀山县示范路 2 号',
};
const HOUR = 3_600_000;

interface Past {
  host: Host;
  draft: Draft;
  settings: Settings;
  numbers: NumberSource;
  clerkId: string;
  checkerId: string;
}
interface Story {
  person: Enrolled;
  summary: string;
  place: string;
  fieldCode: string;
  /** How many days ago each visit was, the first one first. */
  daysAgo: number[];
}

export async function addDemoPast(host: Host, draft: Draft, settings: Settings, staff: readonly NewStaff[]): Promise<void> {
  const withRole = (role: NewStaff['roles'][number]): string => (staff.find((s) => s.roles.includes(role)) ?? staff[0])?.id ?? '';
  const past: Past = {
    host,
    draft,
    settings,
    numbers: new NumberSource(host.db, host.deskCode, host.writer.state),
    clerkId: withRole('registrar'),
    checkerId: withRole('guard'),
  };
  const fieldCode = (name: string): string =>
    (settings.fields.entries.find((e) => e.name.startsWith(name)) ?? settings.fields.entries[0])?.code ?? '';
  const today = host.clock.today();

  const lan = enrolPast(past, RETURNING, 70);
  const pension = { summary: '退休待遇核定', place: '朝阳区', fieldCode: fieldCode('劳动') };
  const open = await tell(past, { person: lan, ...pension, daysAgo: [62, 41, 20] });
  const keyId = matterKeyId(open.id);
  draft.add(
    'promises',
    uuid(),
    { matterId: open.id, code: 'D2', due: workday(addDays(today, -5)), kept: false, state: 'open', label: '10 个工作日反馈' },
    keyId,
  );
  const repair = { summary: '老旧小区楼道照明维修', place: '朝阳区', fieldCode: fieldCode('城乡') };
  const closed = await tell(past, { person: lan, ...repair, daysAgo: [150] });
  draft.put('matters', closed.id, { state: 'closed' }, matterKeyId(closed.id));
  const note = {
    ...{ kind: 'care' as const, personId: lan.id, expires: addDays(today, 180), at: draft.at - 20 * 24 * HOUR },
    ...{ authorId: withRole('interviewer'), approverId: withRole('coordinator') },
    ...{ renews: '', renewedBy: '', endedAt: null, endedBy: '' },
  };
  const words = {
    arrangement: '接谈室请备血压仪；言语平和，不催促',
    detail: '本人告知患有高血压，情绪激动时头晕；家属希望每次接谈不超过 40 分钟。',
    source: '本人告知',
    reason: '上次接谈中头晕，休息后好转',
    endReason: '',
  };
  draft.add('careNotes', uuid(), { ...note, ...words }, personKeyId(lan.id));

  const guo = enrolPast(past, FINAL, 400);
  const land = { summary: '承包地面积争议', place: '砀山县', fieldCode: fieldCode('农村') };
  const decided = await tell(past, { person: guo, ...land, daysAgo: [390, 330] });
  draft.put(
    'matters',
    decided.id,
    { state: 'final', finalDecision: `示信复核〔${past.host.clock.today().slice(0, 4)}〕第 7 号` },
    matterKeyId(decided.id),
  );
}

function enrolPast({ host, draft }: Past, person: object, daysAgo: number): Enrolled {
  const entry = PersonEntry.parse(person);
  const at = draft.at - daysAgo * 24 * HOUR;
  const fields = personFields(host, entry, dayOf(at));
  return { id: addPerson(draft, fields, at), fields, attendance: attendanceOf(entry) };
}

/** The visits of one matter, each on its day, all cards returned. */
async function tell(past: Past, { person, summary, place, fieldCode, daysAgo }: Story): Promise<Joined> {
  const { host, draft, settings, numbers, clerkId, checkerId } = past;
  const entry = { docType: person.fields.docType, docNumber: person.fields.docNumber, name: person.fields.name };
  const registration = Registration.parse({
    ...{ kind: 'individual', people: [entry], heads: 1, others: 0, purpose: 'appeal', fieldCode, summary, place, noticeAcknowledged: true },
    areaId: settings.hall.areas.find((area) => area.kind === 'waiting')?.id ?? '',
  });
  const days = daysAgo.map((n) => workday(addDays(host.clock.today(), -n)));
  const at = (day: string): number => Date.parse(`${day}T09:10:00+08:00`);
  await numbers.load(days);
  const first = days[0] ?? host.clock.today();
  const matter = addMatter(draft, { fieldCode, summary, place, day: first, personIds: [person.id], at: at(first) });
  for (const [i, day] of days.entries()) {
    const check = { id: uuid(), checkerId, result: 'match' as const };
    draft.add('verifications', check.id, {
      at: at(day),
      checkerId,
      clerkId,
      result: 'match',
      docType: entry.docType,
      docHash: person.fields.docHash,
      reason: '',
    });
    const joined = { ...matter, visitCount: i + 1 };
    const visit = {
      registration,
      people: [person],
      matter: joined,
      at: at(day),
      day,
      deskCode: host.deskCode,
      registeredBy: clerkId,
      check,
    };
    const { id } = addVisit(draft, { ...visit, state: 'returned' }, numbers, settings);
    draft.put('verifications', check.id, { visitId: id });
  }
  if (days.length > 1) draft.put('matters', matter.id, { visits: days.length, lastVisit: days.at(-1) ?? first }, matter.keyId);
  return matter;
}

/** The hall is closed at weekends: the Friday before. */
function workday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day;
}
