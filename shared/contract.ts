/**
 * The contract: every request and live query between a screen and the program, with its schemas and
 * who may ask. Preload, router and storage host derive their types from this one object; a request
 * that is not here does not exist. What each means stands beside it in contract/.
 */
import type { z } from 'zod';
import { aboutContract } from './contract/about';
import { appointmentContract } from './contract/appointments';
import { attachmentContract } from './contract/attachments';
import { auditContract } from './contract/audit';
import { backupContract } from './contract/backup';
import { briefingContract } from './contract/briefings';
import { careNoteContract } from './contract/care-notes';
import { dayEndContract } from './contract/day-end';
import type { LiveSpec, RequestSpec, Service } from './contract/define';
import { deskContract } from './contract/desk';
import { forecastContract } from './contract/forecast';
import { forecastImportContract } from './contract/forecast-import';
import { hallContract } from './contract/hall';
import { hallScreenContract } from './contract/hall-screen';
import { handbookContract } from './contract/handbook';
import { incidentPlanContract } from './contract/incident-plans';
import { incidentReportContract } from './contract/incident-reports';
import { incidentContract } from './contract/incidents';
import { interviewContract } from './contract/interviews';
import { keepingContract } from './contract/keeping';
import { ledgerContract } from './contract/ledger';
import { letterContract } from './contract/letters';
import { machinePolicyContract } from './contract/machine-policy';
import { messageContract } from './contract/messages';
import { organisationContract } from './contract/organisation';
import { peopleContract } from './contract/people';
import { policyContract } from './contract/policies';
import { preparationContract } from './contract/preparation';
import { readerContract } from './contract/reader';
import { recordingContract } from './contract/recordings';
import { sessionContract } from './contract/session';
import { statisticsContract } from './contract/statistics';
import { supervisionContract } from './contract/supervision';
import { syncContract } from './contract/sync';
import { transcriptContract } from './contract/transcript';
import { updateContract } from './contract/update';
import { visitContract } from './contract/visits';
import type { Result } from './result';

export const contract = {
  ...sessionContract,
  ...aboutContract,
  ...visitContract,
  ...peopleContract,
  ...careNoteContract,
  ...hallContract,
  ...interviewContract,
  ...incidentContract,
  ...messageContract,
  ...incidentReportContract,
  ...handbookContract,
  ...incidentPlanContract,
  ...hallScreenContract,
  ...appointmentContract,
  ...forecastContract,
  ...forecastImportContract,
  ...attachmentContract,
  ...deskContract,
  ...readerContract,
  ...ledgerContract,
  ...letterContract,
  ...supervisionContract,
  ...statisticsContract,
  ...policyContract,
  ...recordingContract,
  ...transcriptContract,
  ...syncContract,
  ...organisationContract,
  ...preparationContract,
  ...backupContract,
  ...auditContract,
  ...keepingContract,
  ...briefingContract,
  ...dayEndContract,
  ...machinePolicyContract,
  ...updateContract,
};
export type Contract = typeof contract;

type NameOf<S> = { [K in keyof Contract]: Contract[K] extends S ? K : never }[keyof Contract];
export type RequestName = NameOf<RequestSpec>;
export type LiveName = NameOf<LiveSpec>;
/** The requests one part of the main process must answer; a handler table of this type that misses one does not compile. */
export type RequestsOf<S extends Service> = NameOf<RequestSpec<S>>;
export type LivesOf<S extends Service> = NameOf<LiveSpec<S>>;

/** As a screen sends it: fields with defaults may be left out. */
export type InputOf<N extends keyof Contract> = z.input<Contract[N]['input']>;
/** As a handler receives it, after the schema. */
export type ParsedOf<N extends keyof Contract> = z.output<Contract[N]['input']>;
export type OutputOf<N extends keyof Contract> = z.output<Contract[N]['output']>;

/** What the preload script gives a screen as `window.reception`. */
export interface Bridge {
  request<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Calls back with the first result and every later one; returns the way to stop. */
  subscribe<N extends LiveName>(name: N, input: InputOf<N>, onResult: (result: Result<OutputOf<N>>) => void): () => void;
}
