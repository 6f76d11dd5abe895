/** 今日预判: what may come, how it was graded, who was told. Found by its day; what belongs to a row by that row. */
export const schema007: Record<string, string> = {
  forecastItems: 'id, date, sameKey, matterId',
  forecastTraits: 'id',
  forecastGrades: 'id, itemId',
  forecastChannels: 'id, date',
  forecastLinks: 'id, date',
  forecastProposals: 'id, date',
  forecastDecisions: 'id, proposalId',
  forecastWarnings: 'id, date',
  forecastReceipts: 'id, warningId',
  forecastImports: 'id, at',
};
