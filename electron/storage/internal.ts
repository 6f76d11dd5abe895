import type { Verification } from '../../shared/contract/visits';
import type { AttachmentKind, AttachmentType } from '../../shared/domain/attachments';
import type { Role } from '../../shared/domain/basics';
import type { CareNoteInput } from '../../shared/domain/care-note';
import type { MovedDeadline } from '../../shared/domain/deadlines';
import type { Recusal, Replacement, TeamInput } from '../../shared/domain/interview';
import type { DocumentType } from '../../shared/domain/person';
import type { PolicyAbout } from '../../shared/domain/policies';
import type { RecordingAlarm, RecordingEnd } from '../../shared/domain/recordings';
import type { DeskSettingsKey, Settings } from '../../shared/domain/settings';
import type { Qualification, StaffCard, StaffInput, StaffMember } from '../../shared/domain/staff';
import type { StatReport } from '../../shared/domain/statistics';
import type { TranscriptRange } from '../../shared/domain/transcript';
import type { VerificationResult } from '../../shared/domain/visit';
import type { LedgerRecord } from '../../shared/rules/ledger-record';
import type { Span } from '../../shared/rules/stays';
import type { ForecastRequests } from './internal-forecast';
import type { IncidentRequests } from './internal-incidents';
import type { KeepingRequests } from './internal-keeping';
import type { PrintRequests } from './internal-printing';
import type { ReportRequests } from './internal-reports';
import type { SyncRequests } from './internal-sync';
import type { UpdateRequests } from './internal-update';

/** What a sound file holds. */
export interface SoundSummary {
  parts: number;
  /** Of the sound itself, unsealed. */
  bytes: number;
  durationMs: number;
  /** Over all parts in their order. */
  sha256: string;
}

export interface StaffSecret {
  id: string;
  name: string;
  roles: Role[];
  active: boolean;
  onDuty: boolean;
  /** Self-describing: `scrypt$N$r$p$salt$hash`, base64. */
  pinHash: string;
  /** Wrong tries since the last right one, and when the last was (ms UTC). */
  wrongTries: number;
  lastWrongAt: number;
}

export interface NewStaff {
  id: string;
  name: string;
  roles: Role[];
  phone: string;
  active: boolean;
  onDuty: boolean;
  qualifications: Qualification[];
  pinHash: string;
}

export interface RefusalCount {
  /** Equal refusals share a key: day, staff or screen, request, code. */
  key: string;
  at: number;
  staffId: string | null;
  request: string;
  code: string;
  /** Total of this key so far (not the increment). */
  count: number;
}

/** Calls of the main process's own services to the storage host; no screen can name them. */
export interface InternalRequests {
  'internal.setup': {
    input: { settings: Omit<Settings, DeskSettingsKey>; printing: Settings['printing']; staff: NewStaff[]; demo: boolean };
    output: null;
  };
  'internal.interview.begin': {
    input: {
      visitId: string;
      from: string;
      roomId: string;
      team: TeamInput;
      recusal: Recusal;
      /** Whose PIN was right. */
      override?: { reason: string; approverId: string };
    };
    output: { interviewId: string };
  };
  /** `override`: whose PIN was right. */
  'internal.interview.replace': {
    input: Replacement & { id: string; override?: { reason: string; approverId: string } };
    output: null;
  };
  /** The row of a new recording, its key and its line in the record. */
  'internal.recording.begin': {
    input: {
      id: string;
      interviewId: string;
      mime: string;
      /** The microphone, or the outside recorder. */
      name: string;
      /** Of a file of an outside recorder: when it began, `HH:mm` of the interview's day. */
      outsideFrom?: string;
    };
    output: { startedElapsed: number; key: Uint8Array };
  };
  /** How far a running one is, now and then: after a crash the file is compared with it. */
  'internal.recording.reached': { input: SoundSummary & { id: string }; output: null };
  'internal.recording.alarm': { input: { id: string; alarm: RecordingAlarm }; output: null };
  /** `damaged`: less is on the disk than was reached. */
  'internal.recording.finish': { input: SoundSummary & { id: string; ended: RecordingEnd; damaged: boolean }; output: null };
  /** Of this desk: those that run as far as the rows say, and those of which something may still lie on the disk. */
  'internal.recording.unsettled': {
    input: null;
    output: { running: (SoundSummary & { id: string; outside: boolean; key: Uint8Array | null })[]; destroyed: string[] };
  };
  /** To be heard by this person. @throws Refusal `forbidden`, `secret`, `not-found` */
  'internal.recording.open': {
    input: { id: string };
    output: {
      key: Uint8Array;
      mime: string;
      outside: boolean;
      /** The microphone, or the outside recorder. */
      name: string;
      sha256: string;
      number: string;
      /** What of it; null: all. */
      heard: Span[] | null;
    };
  };
  /** The certificate and the row's end, when its period has passed and nothing holds it. */
  'internal.recording.destroy': { input: { id: string; reason: string; approverId: string }; output: { certificateId: string } };
  /** The key is gone from the keyring: from the database too, and nothing of it lies on the disk any more. */
  'internal.recording.gone': { input: { id: string }; output: null };
  /** Open promises by the calendar as it is now: a release may have brought another year. Those that moved. */
  'internal.promises.recompute': { input: null; output: MovedDeadline[] };
  /** 转录清单 with whole values, as far as this person may know. */
  'internal.table.transcript': { input: TranscriptRange; output: { columns: string[]; rows: string[][] } };
  'internal.table.supervision': { input: null; output: { columns: string[]; rows: string[][] } };
  /** The finished walk's tables, for a spreadsheet. */
  'internal.statistics.report': { input: { walkId: string }; output: StatReport };
  /** 关怀与关注, approved by whose PIN was right; `renews` empty: a first one. */
  'internal.careNote.write': {
    input: { personId: string; renews: string; note: CareNoteInput; approverId: string };
    output: { id: string };
  };
  'internal.settings': { input: null; output: Settings };
  'internal.staffCards': { input: null; output: StaffCard[] };
  'internal.staffSecret': { input: { staffId: string }; output: StaffSecret | null };
  'internal.signInTried': { input: { staffId: string; right: boolean }; output: null };
  'internal.saveStaff': { input: { staff: Omit<StaffInput, 'pin'>; pinHash?: string }; output: StaffMember };
  'internal.addVerification': {
    input: { checkerId: string; result: VerificationResult; reason: string; docType: DocumentType; docNumber: string };
    output: Verification;
  };
  /** Acts worth a line in the audit trail that change no record: sign-in, export, listening … */
  'internal.audit': { input: { action: string; target: string; detail: string }; output: null };
  'internal.refusals': { input: { counts: RefusalCount[] }; output: null };

  /** The data key for a new file of a visit that may still take one. */
  'internal.attachment.key': { input: { visitId: string }; output: Uint8Array };
  /** The row of a file that is on the disk already: a row never points at nothing. */
  'internal.attachment.add': {
    input: {
      id: string;
      visitId: string;
      kind: AttachmentKind;
      mime: AttachmentType;
      bytes: number;
      copies: number;
      original: boolean;
      name: string;
      sha256: string;
    };
    output: null;
  };
  /** The data key for a new file of an incident that is not closed. */
  'internal.incidentFile.key': { input: { incidentId: string }; output: Uint8Array };
  /** Its row and its line in the timeline, when it is on the disk already. */
  'internal.incidentFile.add': {
    input: { incidentId: string; kind: AttachmentKind; text: string; id: string; mime: AttachmentType; bytes: number; sha256: string };
    output: null;
  };
  'internal.attachment.get': {
    input: { id: string };
    output: { name: string; type: AttachmentType; sha256: string; key: Uint8Array; visitNumber: string };
  };
  /** Which of these lines of the old ledger are in the database already. */
  'internal.ledger.known': { input: { records: LedgerRecord[] }; output: boolean[] };
  /** An import is `running` from here on: what it wrote is taken back unless it is finished. */
  'internal.ledger.begin': { input: { fileName: string; lines: number; refused: number }; output: { importId: string } };
  /** Some lines, oldest first, as one batch. */
  'internal.ledger.add': { input: { importId: string; records: LedgerRecord[] }; output: { imported: number; duplicates: number } };
  'internal.ledger.finish': { input: { importId: string; imported: number; duplicates: number }; output: null };
  /** A finished import is to be taken back: `running` again, to be erased. */
  'internal.ledger.undo': { input: { importId: string }; output: { visits: number } };
  /** Takes back some visits of a running import, newest lines first or not; `left` is false when the last is gone and the import settled. */
  'internal.ledger.erase': { input: { importId: string }; output: { erased: number; left: boolean } };
  'internal.ledger.unfinished': { input: null; output: string[] };
  /** A text of the policy library with its articles, in their order, as one batch. */
  'internal.policy.add': {
    input: {
      about: PolicyAbout;
      articles: { label: string; chapter: string; subject: string; words: string }[];
      source: string;
      retire: string[];
    };
    output: { policyId: string; articles: number };
  };
  /** When the last batch was written (ms UTC), null in an empty database: to notice a clock set back. */
  'internal.lastWrite': { input: null; output: number | null };
  /** Verifies the whole hash chain of the stored batches; answers the first broken place, and how many changes stand aside. */
  'internal.verifyChain': { input: null; output: { batches: number; brokenAt: string | null; aside: number } };
  /** Bench only: so many synthetic visits, an incident beside every hundredth, through the ordinary write. The main process refuses it in a packaged program. */
  'internal.bulk': { input: { visits: number; aWrite?: number }; output: null };
}
/** With those of printing, of the sync service, of incidents, of the forecast, of reports, and of what is copied, checked and destroyed. */
export interface InternalRequests
  extends PrintRequests,
    SyncRequests,
    IncidentRequests,
    ForecastRequests,
    ReportRequests,
    KeepingRequests,
    UpdateRequests {}
export type InternalName = keyof InternalRequests;

/** What a service of the main process needs of the storage; a test brings its own. */
export interface InternalStorage {
  internal<N extends InternalName>(
    name: N,
    input: InternalRequests[N]['input'],
    staffId?: string | null,
  ): Promise<InternalRequests[N]['output']>;
}
