/** 突发: what happened, what was done and by whom; the plans by which it was done; what the groups told each other; care notes by day. */
export const schema004: Record<string, string> = {
  incidents: 'id, state, [date+deskCode], [mode+raisedAt]',
  incidentEntries: 'id, [incidentId+n]',
  incidentPlans: 'id, code',
  incidentReports: 'id, [incidentId+n]',
  handbook: 'id, code',
  attachments: 'id, visitId, incidentId',
  messages: 'id, at, [incidentId+at]',
  acknowledgements: 'id, messageId',
  /** By its last day: what runs out is listed. */
  careNotes: 'id, personId, expires',
};
