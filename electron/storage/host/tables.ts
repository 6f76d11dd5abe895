import type { IncidentPlan } from '../../../shared/domain/incident-plan';
import { EMPTY_FOCUS } from '../../../shared/domain/interview';
import { NEW_FLOW } from '../../../shared/rules/visit-flow';
import type { DeskTables } from './tables/desk-tables';
import type { ForecastTables } from './tables/forecast-tables';
import type { IncidentTables } from './tables/incident-tables';
import type { OrganisationTables } from './tables/organisation-tables';
import type { PeopleTables } from './tables/people-tables';
import type { PreparationTables } from './tables/preparation-tables';
import type { ReportTables } from './tables/report-tables';
import type { SyncTables } from './tables/sync-tables';
import type { TalkTables } from './tables/talk-tables';
import type { VisitTables } from './tables/visit-tables';

export type { Attendance } from './tables/visit-tables';

/**
 * The journaled tables, each in two halves. `open` stands outside the seal and holds only ids, dates, states, coded
 * dictionary values, counts and keyed hashes; whatever names a person or tells their matter is in `sealed`.
 */
export interface Tables
  extends PeopleTables,
    VisitTables,
    TalkTables,
    IncidentTables,
    DeskTables,
    SyncTables,
    ForecastTables,
    OrganisationTables,
    PreparationTables,
    ReportTables {}

export type TableName = keyof Tables;
type Both<T extends TableName> = Tables[T]['open'] & Tables[T]['sealed'];
/** Some fields of a row, to be set. */
export type Fields<T extends TableName> = Partial<Both<T>>;
/** A whole row, open. `unreadable`: its key was destroyed, or the bytes are damaged; the sealed half is blank. */
export type Opened<T extends TableName> = { id: string; version: number; keyId: string; unreadable: boolean } & Both<T>;

type Blank<S> = { [K in keyof Required<S>]: K extends keyof S ? S[K] : never };
const GONE = '（无法打开）';
const NO_PLAN: IncidentPlan = {
  ...{ code: 'E01', name: GONE, neutral: GONE, digit: '', steps: [], mustNots: [], calls: [], fields: [], conducts: [], basis: '' },
};

/** Every sealed field of each table, with what stands in for it where the row cannot be opened. */
export const BLANKS: { [T in TableName]: Blank<Tables[T]['sealed']> } = {
  persons: { name: GONE, docNumber: '', phone: '', address: '', sex: undefined, birthDate: undefined, mergeReason: undefined },
  matters: { title: GONE, place: '', finalDecision: '', queryCode: '' },
  templates: { title: '', body: '' },
  promises: { label: GONE, department: '', voidReason: '' },
  interviews: { overrideReason: '', recusal: { declared: false, note: '' }, focus: EMPTY_FOCUS, disposal: null, signing: null },
  notes: { text: GONE, citation: null, reason: '' },
  recordings: { sha256: '', name: '', holdReason: '' },
  destructions: { label: '', sha256: '', reason: '' },
  policies: { title: GONE, issuer: '', version: '', source: '' },
  articles: { label: '', chapter: '', subject: '', words: GONE },
  followUps: { text: GONE, to: '', method: '' },
  incidents: { plan: null, drillPlan: '', participants: '', response: null },
  incidentEntries: { data: { kind: 'note', text: GONE } },
  incidentPlans: { plan: NO_PLAN },
  incidentReports: { title: GONE, to: '', sections: [] },
  handbook: { title: GONE, body: '', withdrawReason: '' },
  messages: { text: GONE },
  acknowledgements: { person: GONE },
  careNotes: { arrangement: GONE, detail: '', vitals: null, source: '', reason: '', endReason: '' },
  visits: { summary: GONE, place: '', needs: [], attendance: [], repeatReason: '', voidReason: '', changeReason: '' },
  itemChecks: { note: '' },
  items: { name: GONE, feature: '', takenBy: '' },
  attachments: { name: GONE, sha256: '', voidReason: '' },
  appointments: { time: '', name: GONE, phone: '', docNumber: '', summary: '', reason: '' },
  receptionDays: { from: '', to: '', leader: GONE, post: '', note: '', reason: '' },
  ledgerImports: { fileName: '' },
  verifications: { reason: '' },
  printJobs: { label: GONE, printer: '', content: null, note: '', reason: '' },
  documents: { label: GONE, sha256: '' },
  staff: { name: GONE, phone: '', pinHash: '' },
  settings: { value: undefined },
  statClosings: { note: '', report: null },
  audit: { target: '', detail: '' },
  refusals: { request: '' },
  holds: { reason: GONE, releaseReason: '' },
  personRequests: { how: '', text: GONE, answer: '', basis: '' },
  desks: { reason: '' },
  erasures: {},
  hallKeys: {},
  organisations: { seats: [], note: '' },
  certificates: { number: '', reason: '' },
  rosters: { reason: '', shortages: [], standIns: [] },
  facilityChecks: { note: '' },
  openings: { reason: '', left: [] },
  supplies: { name: GONE, unit: '', location: '', note: '', reason: '' },
  preparations: {},
  preparationActs: { note: '' },
  summons: { department: GONE, contact: '', phone: '', attendee: '' },
  patrolRounds: { note: '' },
  meetings: { note: '' },
  meetingCopies: {},
  forecastItems: {
    ...{ who: GONE, demand: '', place: '', history: '', source: '', age: '', withdrawnReason: '' },
    ...{ resolved: null, interests: false, extreme: false },
  },
  forecastTraits: { health: '', conduct: '' },
  forecastGrades: { reason: '' },
  forecastChannels: {},
  forecastLinks: { reason: '' },
  forecastProposals: { risk: GONE, basis: '', advice: '' },
  forecastDecisions: { person: GONE, reason: '' },
  forecastWarnings: { lines: [], note: '' },
  forecastReceipts: { person: GONE },
  forecastImports: { fileName: '', heads: '', mapping: {}, channel: '' },
  briefings: { to: '', secrecy: '', term: '', sections: [], names: [], returned: '', issuedText: null },
  briefingActs: { text: GONE, leader: '', department: '' },
  briefingTerms: {},
  selfChecks: { words: [] },
  dayEnds: { skipped: [] },
  handOvers: { parts: [], note: '' },
  dayReports: { report: null },
};

/** Open fields that came after the first schema, as rows without them are read. */
export const OPEN_DEFAULTS = {
  visits: { ...NEW_FLOW, enteredAt: null, appointment: '', splitFrom: '', secret: false, marks: [] },
  staff: { qualifications: [] },
  promises: {
    visitId: '',
    interviewId: '',
    briefingId: '',
    actId: '',
    start: '',
    length: 0,
    provisional: false,
    state: 'open',
    keptAt: null,
  },
  matters: { secret: false, namedPeople: [] },
  interviews: { stays: [], letterNumbers: {} },
  notes: { written: null },
  destructions: { kind: 'recording', objectId: '', backupsUntil: '' },
  handbook: { withdrawnAt: null, withdrawnBy: '' },
  careNotes: { kind: 'care', authorId: '', at: 0, renews: '', renewedBy: '', endedAt: null, endedBy: '' },
  // Room and team are two people's to set, at two desks: neither writes the other's fields.
  preparations: {
    ...{ needs: [], roomId: '', roomItems: [], roomAt: null, roomBy: '' },
    ...{ lead: '', recorder: '', observer: '', teamAt: null, teamBy: '' },
  },
} as const satisfies { [T in TableName]?: Partial<Tables[T]['open']> };

export const TABLE_NAMES = Object.keys(BLANKS) as TableName[];
export const isTable = (name: string): name is TableName => Object.hasOwn(BLANKS, name);
/** Tables whose changes a history or the audit trail looks up by row. */
export const TRACED: ReadonlySet<string> = new Set<TableName>([
  'visits',
  'persons',
  'matters',
  'audit',
  'items',
  'itemChecks',
  'interviews',
  'incidents',
]);
