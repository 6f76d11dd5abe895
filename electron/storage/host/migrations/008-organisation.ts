/**
 * 值班与组织: who leads from which day on, who is on duty, what was looked at before the hall opened, what is in store,
 * and what was prepared for whom.
 */
export const schema008: Record<string, string> = {
  organisations: 'id, from',
  certificates: 'id, staffId, expires',
  rosters: 'id, date',
  facilityChecks: 'id, date',
  openings: 'id, date',
  supplies: 'id',
  preparations: 'id, date',
  preparationActs: 'id, date, itemId',
  summons: 'id, date',
  patrolRounds: 'id, date',
  meetings: 'id, date',
  meetingCopies: 'id, date',
};
