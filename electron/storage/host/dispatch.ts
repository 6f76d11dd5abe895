import type { RequestName } from '../../../shared/contract';
import { appError } from '../../../shared/errors';
import { fail, ok, Refusal, type Result } from '../../../shared/result';
import type { InternalName } from '../internal';
import { alarmHandlers } from './handlers/alarm';
import { receptionDayHandlers, receptionDayLives } from './handlers/appointment-days';
import { appointmentHandlers, appointmentLives } from './handlers/appointments';
import { attachmentHandlers } from './handlers/attachments';
import { auditHandlers } from './handlers/audit';
import { auditSearchHandlers } from './handlers/audit-search';
import { backupHandlers } from './handlers/backup';
import { briefingSigningHandlers } from './handlers/briefing-signing';
import { briefingHandlers, briefingLives } from './handlers/briefings';
import { bulkHandlers } from './handlers/bulk';
import { careNoteHandlers, careNoteLives } from './handlers/care-notes';
import { contactSheetHandlers, contactSheetLives } from './handlers/contact-sheet';
import { correctHandlers } from './handlers/correct';
import { dayEndHandlers, dayStandingLives } from './handlers/day-end';
import { dayReportHandlers } from './handlers/day-report';
import { documentHandlers } from './handlers/documents';
import { draftHandlers } from './handlers/drafts';
import { evacuationHandlers } from './handlers/evacuation';
import { facilityHandlers, facilityLives } from './handlers/facilities';
import { flowHandlers } from './handlers/flow';
import { forecastActHandlers } from './handlers/forecast-acts';
import { forecastImportHandlers } from './handlers/forecast-import';
import { forecastItemHandlers } from './handlers/forecast-items';
import { forecastLives } from './handlers/forecast-lives';
import { hallScreenLives } from './handlers/hall-screen';
import { handOverHandlers } from './handlers/hand-over';
import { handbookHandlers, handbookLives } from './handlers/handbook';
import { handbookBookHandlers } from './handlers/handbook-book';
import { historyHandlers } from './handlers/history';
import { identityHandlers } from './handlers/identity';
import { incidentActHandlers } from './handlers/incident-acts';
import { incidentFileHandlers } from './handlers/incident-files';
import { incidentLives, incidentLookHandlers } from './handlers/incident-lives';
import { incidentPlanHandlers, incidentPlanLives } from './handlers/incident-plans';
import { incidentReportHandlers, incidentReportLives } from './handlers/incident-reports';
import { interviewActHandlers } from './handlers/interview-acts';
import { interviewBeginHandlers } from './handlers/interview-begin';
import { interviewEndHandlers } from './handlers/interview-end';
import { interviewListHandlers, interviewLives } from './handlers/interview-lives';
import { interviewRecordHandlers } from './handlers/interview-record';
import { interviewSignHandlers } from './handlers/interview-sign';
import { itemHandlers } from './handlers/items';
import { keepingHandlers } from './handlers/keeping';
import { ledgerHandlers, ledgerLives } from './handlers/ledger';
import { letterHandlers } from './handlers/letters';
import { meetingSheetHandlers } from './handlers/meeting-sheet';
import { messageHandlers, messageLives } from './handlers/messages';
import { morningLives } from './handlers/morning';
import { organisationHandlers, organisationLives } from './handlers/organisation';
import { paperHandlers } from './handlers/paper';
import { peopleHandlers, peopleLives } from './handlers/people';
import { policyHandlers, policyLives } from './handlers/policies';
import { preparationHandlers, preparationLives } from './handlers/preparation';
import { printHandlers, printLives } from './handlers/printing';
import { privacyHandlers } from './handlers/privacy';
import { queueLives } from './handlers/queue';
import { recordingHandlers } from './handlers/recordings';
import { recordingKeptHandlers, recordingLives } from './handlers/recordings-kept';
import { registerHandlers } from './handlers/register';
import { representativeHandlers } from './handlers/representatives';
import { rosterHandlers, rosterLives } from './handlers/roster';
import { searchHandlers } from './handlers/search';
import { selfCheckHandlers } from './handlers/self-check';
import { settingsHandlers, settingsLives } from './handlers/settings';
import { setupHandlers } from './handlers/setup';
import { splitHandlers } from './handlers/split';
import { staffHandlers, staffLives } from './handlers/staff';
import { statisticsHandlers, statisticsLives } from './handlers/statistics';
import { summonsHandlers } from './handlers/summons';
import { supervisionHandlers, supervisionLives } from './handlers/supervision';
import { supplyHandlers, supplyLives } from './handlers/supplies';
import { syncHandlers } from './handlers/sync';
import { syncKeyHandlers } from './handlers/sync-keys';
import { todayLives, visitReadHandlers } from './handlers/today';
import { transcriptHandlers } from './handlers/transcript';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './handlers/types';
import { updateHandlers } from './handlers/update';
import { verificationHandlers } from './handlers/verification';
import type { Call, Host } from './host';

/** Every request the storage host answers; one that is missing does not compile. */
export const handlers: RequestHandlers & InternalHandlers = {
  ...identityHandlers,
  ...peopleHandlers,
  ...careNoteHandlers,
  ...draftHandlers,
  ...registerHandlers,
  ...visitReadHandlers,
  ...correctHandlers,
  ...representativeHandlers,
  ...flowHandlers,
  ...splitHandlers,
  ...alarmHandlers,
  ...incidentActHandlers,
  ...incidentFileHandlers,
  ...incidentLookHandlers,
  ...interviewActHandlers,
  ...messageHandlers,
  ...incidentReportHandlers,
  ...handbookHandlers,
  ...incidentPlanHandlers,
  ...interviewBeginHandlers,
  ...interviewRecordHandlers,
  ...interviewEndHandlers,
  ...interviewListHandlers,
  ...interviewSignHandlers,
  ...recordingHandlers,
  ...recordingKeptHandlers,
  ...evacuationHandlers,
  ...itemHandlers,
  ...appointmentHandlers,
  ...receptionDayHandlers,
  ...forecastItemHandlers,
  ...forecastActHandlers,
  ...forecastImportHandlers,
  ...attachmentHandlers,
  ...historyHandlers,
  ...searchHandlers,
  ...settingsHandlers,
  ...staffHandlers,
  ...verificationHandlers,
  ...printHandlers,
  ...paperHandlers,
  ...letterHandlers,
  ...supervisionHandlers,
  ...statisticsHandlers,
  ...transcriptHandlers,
  ...documentHandlers,
  ...auditHandlers,
  ...auditSearchHandlers,
  ...keepingHandlers,
  ...privacyHandlers,
  ...setupHandlers,
  ...selfCheckHandlers,
  ...bulkHandlers,
  ...ledgerHandlers,
  ...policyHandlers,
  ...syncHandlers,
  ...syncKeyHandlers,
  ...updateHandlers,
  ...organisationHandlers,
  ...rosterHandlers,
  ...facilityHandlers,
  ...supplyHandlers,
  ...contactSheetHandlers,
  ...preparationHandlers,
  ...summonsHandlers,
  ...meetingSheetHandlers,
  ...backupHandlers,
  ...briefingHandlers,
  ...briefingSigningHandlers,
  ...dayEndHandlers,
  ...dayReportHandlers,
  ...handOverHandlers,
  ...handbookBookHandlers,
};
export const lives: LiveHandlers = {
  ...todayLives,
  ...peopleLives,
  ...careNoteLives,
  ...queueLives,
  ...incidentLives,
  ...messageLives,
  ...incidentReportLives,
  ...handbookLives,
  ...incidentPlanLives,
  ...interviewLives,
  ...recordingLives,
  ...supervisionLives,
  ...statisticsLives,
  ...appointmentLives,
  ...receptionDayLives,
  ...forecastLives,
  ...hallScreenLives,
  ...printLives,
  ...settingsLives,
  ...staffLives,
  ...ledgerLives,
  ...policyLives,
  ...organisationLives,
  ...rosterLives,
  ...facilityLives,
  ...supplyLives,
  ...morningLives,
  ...dayStandingLives,
  ...contactSheetLives,
  ...preparationLives,
  ...briefingLives,
};

const SLOW_MS = 40;
/** Hundreds of rows at a time, hundreds of times: what is slow there is said by the import. */
const PARTS: ReadonlySet<string> = new Set<InternalName>([
  'internal.ledger.known',
  'internal.ledger.add',
  'internal.ledger.erase',
  'internal.forecast.known',
  'internal.forecast.import',
  'internal.sync.receive',
  'internal.sync.outgoing',
]);
type Handler = (host: Host, input: unknown, call: Call) => Promise<unknown>;

/** Answers one call. What is unexpected becomes a typed error whose detail names no person. */
export async function dispatch(host: Host, name: RequestName | InternalName, input: unknown, call: Call): Promise<Result<unknown>> {
  const began = performance.now();
  try {
    if (!Object.hasOwn(handlers, name)) return fail(appError('unknown-request'));
    return ok(await (handlers[name as keyof typeof handlers] as Handler)(host, input, call));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.error);
    const kind = error instanceof Error ? error.name : 'error';
    console.error(`${name}: ${kind}${placeOf(error)}`);
    return fail(appError('internal', { detail: `${name}: ${kind}` }));
  } finally {
    const ms = Math.round(performance.now() - began);
    if (ms > SLOW_MS && !PARTS.has(name)) console.warn(`slow: ${name} ${ms} ms`);
  }
}

/** Where in the code; the message itself could quote a value. */
function placeOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : [];
  return lines.length > 0
    ? ` ${lines
        .slice(0, 4)
        .map((line) => line.trim())
        .join(' ')}`
    : '';
}
