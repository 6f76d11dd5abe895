/** 专报 and the day's beginning and end; a promise that follows from a leader's instruction is found by its 专报. */
export const schema010: Record<string, string> = {
  promises: 'id, matterId, interviewId, [state+due], briefingId',
  briefings: 'id, date, state, changedAt, [year+n], corrects',
  briefingActs: 'id, [briefingId+at]',
  selfChecks: 'id, [deskCode+date]',
  dayEnds: 'id, [deskCode+date]',
  handOvers: 'id, [deskCode+date], at',
  dayReports: 'id, date',
};
