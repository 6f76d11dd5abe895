/** What an erasure of a person looks for in the forecast, and how often a paper of one kind was printed. */
export const schema012: Record<string, string> = {
  forecastItems: 'id, date, sameKey, matterId, personId',
  printJobs: 'id, state, visitId, createdAt, [kind+createdAt]',
};
