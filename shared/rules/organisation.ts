import type { Contact, Group } from '../domain/emergency';
import { GROUP_NAMES, GROUPS } from '../domain/emergency';
import type { OrganisationInput, Seat, SeatKind, SeatToday } from '../domain/organisation';
import { SEAT_KIND_NAMES, SEAT_KINDS } from '../domain/organisation';
import { holderOf, type OnRoster } from './incident-calls';
import { isRealDay } from './time';

interface Begun {
  id: string;
  from: string;
  recordedAt: number;
}

/** Later ones stand in for earlier ones of the same day; with equal times both desks agree by the id. */
const isLater = (a: Begun, b: Begun): boolean =>
  a.from !== b.from ? a.from > b.from : a.recordedAt !== b.recordedAt ? a.recordedAt > b.recordedAt : a.id > b.id;

/** The edition that counts on a day: the last one that has begun (plan S01). @param day `YYYY-MM-DD` */
export function editionOn<T extends Begun>(editions: readonly T[], day: string): T | null {
  let found: T | null = null;
  for (const each of editions) if (each.from <= day && (!found || isLater(each, found))) found = each;
  return found;
}

/** In the order in which a list of them is read: by group, head first; within, as they were entered. */
export const inSeatOrder = <T extends Pick<Seat, 'group' | 'kind'>>(seats: readonly T[]): T[] =>
  [...seats].sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || SEAT_KINDS.indexOf(a.kind) - SEAT_KINDS.indexOf(b.kind));

const isNamed = ({ staffId, person }: Pick<Seat, 'staffId' | 'person'>): boolean => staffId !== '' || person !== '';

/**
 * What is wrong with an organisation about to be saved: the sentence beside each place, by dotted path. The leading
 * group has a head (plan S02); a day that has passed is not written anew (plan S01).
 * @param today `YYYY-MM-DD`
 */
export function checkOrganisation({ from, seats }: OrganisationInput, today: string): Record<string, string> {
  const wrong: Record<string, string> = {};
  const say = (path: string, sentence: string): void => {
    wrong[path] ??= sentence;
  };
  if (!isRealDay(from)) say('from', '没有这一天，请核对日期');
  else if (from < today) say('from', '生效日期不能早于今天：过去的日子照当时的名单保留');
  seats.forEach((seat, i) => {
    const path = `seats.${i}`;
    const before = seats.slice(0, i);
    if (!isNamed(seat)) say(`${path}.person`, '请选择人员，或填写姓名');
    if (before.some(({ key }) => key === seat.key)) say(`${path}.person`, '与前面一行重复，请移除后重新添加');
    if (seat.kind === 'head' && before.some((each) => each.kind === 'head' && each.group === seat.group))
      say(`${path}.kind`, `${GROUP_NAMES[seat.group]}已有组长`);
    if (isNamed(seat) && before.some((each) => each.group === seat.group && samePerson(each, seat)))
      say(`${path}.person`, `此人已在${GROUP_NAMES[seat.group]}`);
    if (standsInForSelf(seat)) say(`${path}.deputyPerson`, '代理人不能是本人');
  });
  if (!seats.some((seat) => seat.group === 'lead' && seat.kind === 'head' && isNamed(seat))) say('seats', '领导小组须有组长，请先填写组长');
  return wrong;
}

const samePerson = (a: Seat, b: Seat): boolean =>
  a.staffId !== '' || b.staffId !== '' ? a.staffId === b.staffId : a.person === b.person && a.phone === b.phone;
const standsInForSelf = ({ staffId, person, deputyStaffId, deputyPerson }: Seat): boolean =>
  staffId !== '' ? deputyStaffId === staffId : person !== '' && deputyStaffId === '' && deputyPerson === person;

/** Groups that nobody leads: allowed, and said. */
export const headless = (seats: readonly Pick<Seat, 'group' | 'kind'>[]): Group[] =>
  GROUPS.filter((group) => !seats.some((seat) => seat.group === group && seat.kind === 'head'));

/** Which seat holds which post of the emergency call list: what the organisation says is not entered there again. */
const SEAT_OF_CONTACT: Readonly<Record<string, readonly [Group, SeatKind]>> = {
  head: ['lead', 'head'],
  deputy: ['lead', 'deputy'],
  'lead-group': ['lead', 'head'],
  coordination: ['coordination', 'head'],
  'reception-leader': ['reception', 'head'],
  'security-leader': ['security', 'head'],
  logistics: ['logistics', 'head'],
  analysis: ['analysis', 'head'],
};

/** The seat by which a post of the call list is held; undefined: the organisation does not say, the list's own counts. */
export function seatOfContact(contactKey: string, seats: readonly Seat[]): Seat | undefined {
  if (!Object.hasOwn(SEAT_OF_CONTACT, contactKey)) return undefined;
  const [group, kind] = SEAT_OF_CONTACT[contactKey] ?? [];
  return seats.find((seat) => seat.group === group && seat.kind === kind && isNamed(seat));
}

/** The call list with the organisation's people in the posts that it fills. */
export const withSeats = (contacts: readonly Contact[], seats: readonly Seat[]): Contact[] =>
  contacts.map((contact) => {
    const seat = seatOfContact(contact.key, seats);
    if (!seat) return contact;
    const { staffId, person, phone, deputyStaffId, deputyPerson, deputyPhone } = seat;
    return { ...contact, staffId, person, phone, deputyStaffId, deputyPerson, deputyPhone };
  });

/** Who is told for each seat now: its substitute while the holder is not on duty and the substitute can be reached. */
export const seatsToday = (seats: readonly Seat[], roster: ReadonlyMap<string, OnRoster>): SeatToday[] =>
  seats.map((seat) => {
    const { person, phone, insteadOf } = holderOf({ ...seat, name: '', script: '' }, roster);
    return { key: seat.key, person, phone, insteadOf, absent: roster.get(seat.staffId)?.onDuty === false };
  });

/** `领导小组组长` */
export const seatName = ({ group, kind }: Pick<Seat, 'group' | 'kind'>): string => `${GROUP_NAMES[group]}${SEAT_KIND_NAMES[kind]}`;
