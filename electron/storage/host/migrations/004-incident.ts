/** 突发: what happened, what was done and by whom; the plans by which it was done; and what the groups told each other. */
export const schema004: Record<string, string> = {
  incidents: 'id, state, [date+deskCode], [mode+raisedAt]',
  incidentEntries: 'id, [incidentId+n]',
  incidentPlans: 'id, code',
  incidentReports: 'id, [incidentId+n]',
  handbook: 'id, code',
  messages: 'id, at',
  acknowledgements: 'id, messageId',
};
