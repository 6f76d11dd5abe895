import type { FacilityState } from '../domain/duty';
import type { PatrolPoint, PrepTeam, RoomItem, SummonsView } from '../domain/preparation';
import type { Room } from '../domain/settings';
import { OPEN, type Settled } from './preparation';

/** What settles each kind of step (plan S35–S41). All are pure: from what was recorded to how the step stands. */

const done = (at: number, byName: string, note = ''): Settled => ({ state: 'done', at, byName, note, missing: '' });

/** S35: a name and a time; without either the step stays open. */
export function summonsSettled(
  summons: readonly Pick<SummonsView, 'attendee' | 'answeredAt' | 'notifiedByName' | 'department'>[],
): Settled {
  const answered = summons
    .filter(({ attendee, answeredAt }) => attendee !== '' && answeredAt !== null)
    .sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
  const [first] = answered;
  if (first?.answeredAt)
    return done(first.answeredAt, first.notifiedByName, answered.map((each) => `${each.department} ${each.attendee}`).join('、'));
  return OPEN(summons.length > 0 ? '已通知，等科室报到场人员姓名' : '还没有通知科室');
}

/** A round is whole when every mandatory point was looked at and none is out of order (S36). */
export const isWholeRound = (points: Readonly<Record<string, FacilityState>>, wanted: readonly PatrolPoint[]): boolean =>
  wanted.every(({ id, mandatory }) => !mandatory || points[id] === 'good' || points[id] === 'mended');

/** What a round did not clear, in words. */
export function roundGaps(points: Readonly<Record<string, FacilityState>>, wanted: readonly PatrolPoint[]): string {
  const gaps = wanted
    .filter(({ mandatory }) => mandatory)
    .flatMap(({ id, name }) => {
      if (points[id] === undefined) return `${name}没有查`;
      return points[id] === 'fault' ? `${name}异常` : [];
    });
  return gaps.join('、');
}

export interface Round {
  at: number;
  byName: string;
  points: Readonly<Record<string, FacilityState>>;
}
export function patrolSettled(rounds: readonly Round[], wanted: readonly PatrolPoint[], needed: number): Settled {
  const byTime = [...rounds].sort((a, b) => a.at - b.at);
  const whole = byTime.filter(({ points }) => isWholeRound(points, wanted));
  const enough = whole[needed - 1];
  const last = byTime.at(-1);
  // A way out that was found blocked last keeps the step open, however many rounds went before.
  const gaps = last ? roundGaps(last.points, wanted) : '';
  if (enough && gaps === '') return done(enough.at, enough.byName, `${whole.length} 次`);
  return OPEN([gaps, `须巡查 ${needed} 次，已完成 ${whole.length} 次`].filter(Boolean).join('；'));
}

export interface RoomSetUp {
  at: number;
  byName: string;
  roomId: string;
  items: readonly string[];
}
export function roomSettled(setUp: RoomSetUp | null, wanted: readonly RoomItem[], rooms: readonly Pick<Room, 'id' | 'name'>[]): Settled {
  const room = rooms.find(({ id }) => id === setUp?.roomId);
  if (!setUp || !room) return OPEN('还没有选接访室');
  const left = wanted.filter(({ id }) => !setUp.items.includes(id)).map(({ name }) => name);
  return left.length > 0 ? OPEN(`${room.name}还缺：${left.join('、')}`) : done(setUp.at, setUp.byName, room.name);
}

/** S41: 主谈, 记录, 观察 are three different people. @returns the sentence beside each role */
export function checkPrepTeam(team: PrepTeam, nameOf: (id: string) => string): Record<string, string> {
  const roles = ['lead', 'recorder', 'observer'] as const;
  const wrong: Record<string, string> = {};
  roles.forEach((role, i) => {
    if (team[role] === '') wrong[role] = '请选择';
    else if (roles.slice(0, i).some((other) => team[other] === team[role])) wrong[role] = `${nameOf(team[role])}已有分工，请另选`;
  });
  return wrong;
}
export const teamSettled = (team: PrepTeam, at: number | null, byName: string, nameOf: (id: string) => string): Settled =>
  at === null || Object.keys(checkPrepTeam(team, nameOf)).length > 0
    ? OPEN('还没有分工')
    : done(at, byName, `主谈 ${nameOf(team.lead)}、记录 ${nameOf(team.recorder)}、观察 ${nameOf(team.observer)}`);

export interface Meeting {
  startedAt: number;
  hostName: string;
  absent: readonly string[];
}
export function briefingSettled(meetings: readonly Meeting[]): Settled {
  const [first] = [...meetings].sort((a, b) => a.startedAt - b.startedAt);
  if (!first) return OPEN('还没有开短会');
  return done(first.startedAt, first.hostName, first.absent.length > 0 ? `缺席：${first.absent.join('、')}` : '全员到会');
}
