import type { Role } from '../domain/basics';
import type { TeamInput, TeamRole } from '../domain/interview';
import { TEAM_ROLE_NAMES, TEAM_ROLES } from '../domain/interview';
import type { Qualification } from '../domain/staff';

export interface TeamMember {
  id: string;
  name: string;
  active: boolean;
  qualifications: readonly Qualification[];
}

export type TeamCheck =
  | { ok: true }
  /** `overridable`: a leader may allow it with a reason; the rest may nobody. */
  | { ok: false; overridable: boolean; message: string; fields: Record<string, string> };

/** Who is one is enough: psychology, or work with the public (plan S09). */
const QUALIFYING: readonly Qualification[] = ['psychology', 'mass-work'];

/**
 * 1 主谈, 1 记录, 1 观察, three different people; at least so many in all, one of them qualified (plan S09, S41).
 * Too few or nobody qualified may be overridden with reason and approver; one person in two roles may not.
 */
export function checkTeam(team: TeamInput, staff: ReadonlyMap<string, TeamMember>, smallest: number): TeamCheck {
  const roles = TEAM_ROLES.filter((role) => team[role] !== '');
  const fields: Record<string, string> = {};
  for (const role of roles) {
    if (!staff.get(team[role])?.active) fields[role] = '请选择在岗人员';
    const twice = roles.find((other) => other !== role && team[other] === team[role]);
    if (twice) fields[role] = `与「${TEAM_ROLE_NAMES[twice]}」是同一人，请另选`;
  }
  if (team.lead === '') fields.lead = '请选择主谈';
  if (Object.keys(fields).length > 0) return { ok: false, overridable: false, message: '主谈、记录、观察须为三个不同的人。', fields };

  // Whoever is unknown or no longer in use sits in no talk, whatever was sent.
  const others = team.others.filter((id) => staff.get(id)?.active);
  const members = new Set([...roles.map((role) => team[role]), ...others]);
  const missing = TEAM_ROLES.filter((role): role is TeamRole => team[role] === '');
  if (missing.length > 0 || members.size < smallest) {
    const roleFields = Object.fromEntries(missing.map((role) => [role, `请选择${TEAM_ROLE_NAMES[role]}`]));
    return { ok: false, overridable: true, message: `接谈组应不少于 ${smallest} 人，现 ${members.size} 人。`, fields: roleFields };
  }
  if (hasQualified([...members], staff)) return { ok: true };
  return { ok: false, overridable: true, message: NOBODY_QUALIFIED, fields: {} };
}

export const NOBODY_QUALIFIED = '接谈组没有具备心理学背景或群众工作经验的人员。';
export const hasQualified = (members: readonly string[], staff: ReadonlyMap<string, TeamMember>): boolean =>
  members.some((id) => staff.get(id)?.qualifications.some((each) => QUALIFYING.includes(each)));

/** Who may allow a team that falls short: a leader or a coordinator, never the one who asks. */
export const mayApprove = ({ roles }: { roles: readonly Role[] }): boolean => roles.includes('leader') || roles.includes('coordinator');
export const teamApprovers = <T extends { id: string; roles: readonly Role[] }>(staff: readonly T[], askedBy: string): T[] =>
  staff.filter((each) => each.id !== askedBy && mayApprove(each));
