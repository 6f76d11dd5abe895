import type { TeamInput } from '../../shared/domain/interview';

/** Mostly the same three sit in the same room all morning; what this desk chose last is proposed, until the program ends. */
let last: TeamInput = { lead: '', recorder: '', observer: '', others: [] };

export const lastTeam = (): TeamInput => last;
export const rememberTeam = (team: TeamInput): void => {
  last = team;
};
