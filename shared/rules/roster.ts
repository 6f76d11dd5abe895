import type { CertificateKind, DutyNeed, DutyPost, RosterMember, StandIn } from '../domain/duty';
import { holdingName } from '../domain/duty';
import type { Seat, SeatToday } from '../domain/organisation';
import { counts } from './expiry';
import { seatName } from './organisation';

/** A need that a roster does not meet: what is needed and what there is (plan S04). */
export interface Shortage {
  key: string;
  need: number;
  have: number;
  sentence: string;
}

type Member = Pick<RosterMember, 'id' | 'name' | 'post' | 'qualifications' | 'certificates'>;

/** Holds one of them: a qualification, or a certificate of the kind that still counts. */
const holds = (member: Member, anyOf: readonly string[]): boolean =>
  anyOf.length === 0 ||
  anyOf.some(
    (key) => member.qualifications.includes(key) || member.certificates.some(({ kind, standing }) => kind === key && counts(standing)),
  );

export interface NeedState {
  need: DutyNeed;
  have: number;
  /** On the post, but without what is asked for. */
  lacking: readonly string[];
}

/** Every need with how far it is met. Who is on no post is not on duty and counts for nothing. */
export const needsOf = (members: readonly Member[], needs: readonly DutyNeed[]): NeedState[] =>
  needs.map((need) => {
    const there = members.filter(({ post }) => post !== '' && (need.post === '' || post === need.post));
    const [fit, unfit] = [there.filter((each) => holds(each, need.anyOf)), there.filter((each) => !holds(each, need.anyOf))];
    // Of those on any post only some are asked to hold it: the others lack nothing.
    return { need, have: fit.length, lacking: need.post === '' ? [] : unfit.map(({ name }) => name) };
  });

/** What a day's roster is short of, in the order of the needs (plan S04, S09, S14, S19). */
export function checkRoster(members: readonly Member[], needs: readonly DutyNeed[], certificates: readonly CertificateKind[]): Shortage[] {
  return needsOf(members, needs)
    .filter(({ need, have }) => have < need.atLeast)
    .map(({ need, have, lacking }) => ({
      key: need.key,
      need: need.atLeast,
      have,
      sentence: `应配${need.atLeast}名${need.name}，现${have}名${withoutWords(need, lacking, certificates)}`,
    }));
}

function withoutWords({ anyOf }: DutyNeed, lacking: readonly string[], certificates: readonly CertificateKind[]): string {
  if (lacking.length === 0) return '';
  const what = anyOf.map((key) => holdingName(key, certificates)).join('或');
  return `（${lacking.slice(0, 3).join('、')}${lacking.length > 3 ? `等${lacking.length}人` : ''}没有有效的${what}）`;
}

/** Seats whose holder is away today: with the substitute, or without one that can be reached (plan S02). */
export function standInsOf(seats: readonly Seat[], today: readonly SeatToday[]): { standIns: StandIn[]; open: StandIn[] } {
  const standIns: StandIn[] = [];
  const open: StandIn[] = [];
  for (const { key, person, insteadOf, absent } of today) {
    const seat = seats.find((each) => each.key === key);
    if (!seat || !absent) continue;
    if (insteadOf !== '') standIns.push({ seat: seatName(seat), person, insteadOf });
    else open.push({ seat: seatName(seat), person: '', insteadOf: person });
  }
  return { standIns, open };
}

/** As what somebody is proposed on a day without a roster: by their first role that has a post. */
const POST_OF_ROLE: Readonly<Record<string, DutyPost>> = {
  leader: 'leader',
  coordinator: 'coordinator',
  interviewer: 'interviewer',
  guard: 'guard',
  logistics: 'logistics',
  analyst: 'analyst',
  registrar: 'registrar',
};
export const proposedPost = ({ roles, onDuty }: { roles: readonly string[]; onDuty: boolean }): DutyPost | '' =>
  (onDuty && roles.map((role) => POST_OF_ROLE[role]).find((post) => post !== undefined)) || '';
