/** Calls of the main process for updates. */
export interface UpdateRequests {
  /** What goes on in the hall, as the rows say: talks and incidents of every desk, the rest of this one. */
  'internal.update.facts': { input: null; output: { talks: number; incidents: number; registrations: number; printing: number } };
}
