import type { TeamInput, TeamView } from '../../../../shared/domain/interview';
import type { TeamMember } from '../../../../shared/rules/team';
import type { Host } from '../host';

/** Everybody, as the rules over a team see them. */
export async function teamMembers({ reader }: Host): Promise<Map<string, TeamMember>> {
  const staff = await reader.all('staff');
  return new Map(staff.map(({ id, name, active, qualifications }) => [id, { id, name, active, qualifications }]));
}

export async function teamView({ reader }: Host, team: TeamInput): Promise<TeamView> {
  const staff = await reader.some('staff', [team.lead, team.recorder, team.observer, ...team.others]);
  const name = (id: string): string => staff.get(id)?.name ?? '';
  return { lead: name(team.lead), recorder: name(team.recorder), observer: name(team.observer), others: team.others.map(name), ids: team };
}
