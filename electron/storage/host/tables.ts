import type { PrintContent } from '../../../shared/documents/content';
import type { AppointmentKind, AppointmentState } from '../../../shared/domain/appointments';
import type { AttachmentKind } from '../../../shared/domain/attachments';
import type { Role } from '../../../shared/domain/basics';
import type { Disposal, ResultKind } from '../../../shared/domain/disposal';
import type { CheckFinding, ItemState } from '../../../shared/domain/hall';
import {
  type Citation,
  EMPTY_FOCUS,
  type Focus,
  type InterviewState,
  type Mood,
  type NoteKind,
  type Recusal,
  type SignedHow,
  type TeamInput,
} from '../../../shared/domain/interview';
import type { MatterState } from '../../../shared/domain/known-person';
import type { LetterKind } from '../../../shared/domain/letters';
import type { DocumentType, Guardian, NumberTrust, Sex } from '../../../shared/domain/person';
import type { PolicyKind } from '../../../shared/domain/policies';
import type { DocumentKind, PrintState } from '../../../shared/domain/printing';
import type { RecordingEnd } from '../../../shared/domain/recordings';
import type { Qualification } from '../../../shared/domain/staff';
import type { Purpose, SpecialNeed, VerificationResult, VisitKind, VisitState } from '../../../shared/domain/visit';
import { NEW_FLOW, type VisitFlow } from '../../../shared/rules/visit-flow';

/**
 * The journaled tables, each in two halves. `open` stands outside the seal and holds only ids, dates, states, coded
 * dictionary values, counts and keyed hashes; whatever names a person or tells their matter is in `sealed`.
 */
export interface Tables {
  /** Sealed with the person's own key. */
  persons: {
    open: {
      createdAt: number;
      docType: DocumentType;
      trust: NumberTrust;
      docHash?: string;
      tokens: string[];
      /** The same person by another document: a link, so that taking it away undoes the merge completely. */
      mergedInto?: string;
      /** Somebody looked: these are other people, however much is the same. */
      notSame?: string[];
      /** Made by an import of the old ledger: taken back with it, unless something else refers to them. */
      importId?: string;
    };
    sealed: { name: string; docNumber: string; phone: string; address: string; sex?: Sex; birthDate?: string; mergeReason?: string };
  };
  /** With the matter's own key, as all that belongs to it: promises, visits, prints, documents. */
  matters: {
    open: {
      createdAt: number;
      fieldCode: string;
      state: MatterState;
      visits: number;
      lastVisit: string;
      personIds: string[];
      /** 条例 30 条: only these people see it. */
      secret: boolean;
      namedPeople: string[];
      /** Of the old ledger: which import made it, and the keyed hash of person and matter by which its later lines find it. */
      importId?: string;
      importKey?: string;
      /** Which import changed the state, and what it was before. */
      before?: { importId: string; state: MatterState } | null;
    };
    sealed: { title: string; place: string; finalDecision: string; queryCode: string };
  };
  promises: {
    open: {
      matterId: string;
      /** A deadline's code; its period began on `start` and ends with `due`. */
      code: string;
      due: string;
      kept: boolean;
      visitId: string;
      interviewId: string;
      start: string;
      /** How long the period was when it was promised. */
      length: number;
      provisional: boolean;
      /** `void`: the result it came from was corrected. */
      state: 'open' | 'kept' | 'void';
      keptAt: number | null;
    };
    sealed: { label: string; department: string };
  };
  /** 接谈, with the key of the visit's matter. */
  interviews: {
    open: {
      visitId: string;
      matterId: string;
      date: string;
      deskCode: string;
      roomId: string;
      state: InterviewState;
      startedAt: number;
      endedAt: number | null;
      /** On the interview's own clock, ms. */
      endedElapsed: number | null;
      pausedElapsed: number | null;
      pausedMs: number;
      team: TeamInput;
      approverId: string;
      mood: Mood;
      result: ResultKind | '';
      /** The room is in order again. */
      tidiedAt: number | null;
      signedAt: number | null;
      signed: SignedHow | '';
    };
    sealed: {
      overrideReason: string;
      recusal: Recusal;
      focus: Focus;
      disposal: Disposal | null;
      /** The drawn name (PNG, base64) or the scanned paper; the reason of a refusal and its witness. */
      signing: { image: string; attachmentId: string; reason: string; witness: string; readBack: boolean } | null;
    };
  };
  /** Only ever added. `n` is their order: the clock of the PC, and with it the id, may have been set back. */
  notes: {
    open: { interviewId: string; n: number; at: number; elapsed: number; kind: NoteKind; staffId: string; mood?: Mood; amends?: string };
    sealed: { text: string; citation: Citation | null; reason: string };
  };
  /** A stretch of sound without a gap, or a file of an outside recorder. The bytes are sealed files of the main process. */
  recordings: {
    open: {
      interviewId: string;
      matterId: string;
      state: 'recording' | 'done' | 'destroyed';
      outside: boolean;
      startedAt: number;
      startedElapsed: number;
      durationMs: number;
      parts: number;
      bytes: number;
      mime: string;
      /** First day on which it may be destroyed, `YYYY-MM-DD`. */
      destroyableFrom: string;
      hold: boolean;
      staffId: string;
      /** Where it runs, and where its file lies. */
      deskCode: string;
      ended: RecordingEnd | '';
    };
    sealed: { sha256: string; name: string; holdReason: string };
  };
  /** 销毁证明: what was destroyed, who asked, who approved. */
  destructions: {
    open: { recordingId: string; at: number; askedBy: string; approvedBy: string };
    sealed: { label: string; sha256: string; reason: string };
  };
  /** The policy library; nothing personal. */
  policies: {
    open: { addedAt: number; addedBy: string; kind: PolicyKind; effective: string; articles: number; active: boolean; digest: boolean };
    sealed: { title: string; issuer: string; version: string; source: string };
  };
  articles: {
    open: { policyId: string; n: number };
    sealed: { label: string; chapter: string; subject: string; words: string };
  };
  /** Letters' templates. Only ever added: an edition stays as older papers were made from it. */
  templates: { open: { kind: LetterKind; edition: number; at: number; staffId: string }; sealed: { title: string; body: string } };
  /** What was done for a matter after the talk: 督办. Only ever added. */
  followUps: {
    open: {
      matterId: string;
      promiseId: string;
      at: number;
      staffId: string;
      kind: string;
      day: string;
      number: number;
      /** Of 已录入: which visit of the matter was typed into the other system. */
      visitId?: string;
    };
    sealed: { text: string; to: string; method: string };
  };
  /** With the person's key. The arrangement is for the desk, the detail for few. */
  careNotes: {
    open: { personId: string; approverId: string; expires: string };
    sealed: { arrangement: string; detail: string };
  };
  visits: {
    open: {
      number: string;
      queueNumber: string;
      date: string;
      deskCode: string;
      cardNo: number;
      queueNo: number;
      registeredAt: number;
      registeredBy: string;
      kind: VisitKind;
      heads: number;
      others: number;
      areaId: string;
      othersAreaId: string;
      purpose: Purpose;
      fieldCode: string;
      personIds: string[];
      matterId: string;
      state: VisitState;
      priority: boolean;
      /** Its matter is secret: what it is about is shown to named people only. */
      secret: boolean;
      visitCount: number;
      repeated: boolean;
      verificationId: string;
      verification: VerificationResult;
      checkerId: string;
      /** The visitor was shown the notice; ms UTC. */
      noticeAt: number;
      /** Its way through the hall; on older rows absent, see OPEN_DEFAULTS. */
      left: number;
      goneIds: readonly string[];
      roomId: string;
      guideId: string;
      waitingSince: number | null;
      calledAt: number | null;
      calls: number;
      absentAt: number | null;
      startedAt: number | null;
      endedAt: number | null;
      returnedAt: number | null;
      leftEarly: boolean;
      cardLostAt: number | null;
      rollAt: number | null;
      rollPresent: number;
      movedAt: number;
      movedBy: string;
      undo: Partial<VisitFlow> | null;
      /** 补录: when a visit of a paper card was typed in; null for the others. */
      enteredAt: number | null;
      appointment: '' | AppointmentKind;
      /** The visit that these people were split off from. */
      splitFrom: string;
      /** Of the unit's old ledger: which import, and the keyed hash by which a second import knows the line. */
      importId?: string;
      importKey?: string;
    };
    sealed: {
      summary: string;
      place: string;
      needs: SpecialNeed[];
      /** In the order of `personIds`: what holds for this visit only. */
      attendance: Attendance[];
      repeatReason: string;
      voidReason: string;
      /** Of the last correction. */
      changeReason: string;
    };
  };
  /** 安检 and 寄存, with the key of the visit's matter. */
  itemChecks: {
    open: { visitId: string; at: number; staffId: string; consent: boolean; finding: CheckFinding };
    sealed: { note: string };
  };
  items: {
    open: {
      visitId: string;
      at: number;
      staffId: string;
      receiptNo: string;
      count: number;
      dangerous: boolean;
      state: ItemState;
      settledAt: number | null;
      settledBy: string;
    };
    sealed: { name: string; feature: string; takenBy: string };
  };
  /** What was brought along; the file itself is a sealed file of the main process, under the row's id. */
  attachments: {
    open: {
      visitId: string;
      at: number;
      staffId: string;
      kind: AttachmentKind;
      mime: string;
      bytes: number;
      copies: number;
      original: boolean;
    };
    sealed: { name: string; sha256: string; voidReason: string };
  };
  /** 预约 and 领导接访. With the hall's key: the person may not be known yet. */
  appointments: {
    open: {
      createdAt: number;
      createdBy: string;
      date: string;
      kind: AppointmentKind;
      state: AppointmentState;
      docHash?: string;
      dayId: string;
      visitId: string;
    };
    sealed: { time: string; name: string; phone: string; docNumber: string; summary: string; reason: string };
  };
  receptionDays: {
    open: { date: string; roomId: string; cancelled: boolean };
    sealed: { from: string; to: string; leader: string; post: string; note: string; reason: string };
  };
  ledgerImports: {
    open: {
      at: number;
      staffId: string;
      state: 'running' | 'done' | 'undone';
      lines: number;
      imported: number;
      duplicates: number;
      refused: number;
    };
    sealed: { fileName: string };
  };
  verifications: {
    open: {
      at: number;
      checkerId: string;
      clerkId: string;
      result: VerificationResult;
      docType: DocumentType;
      docHash?: string;
      visitId?: string;
    };
    sealed: { reason: string };
  };
  printJobs: {
    open: {
      kind: DocumentKind;
      visitId?: string;
      deskCode: string;
      state: PrintState;
      reprint: number;
      createdAt: number;
      changedAt: number;
      documentId?: string;
      spoolerJob?: string;
    };
    sealed: { label: string; printer: string; content: PrintContent | null; note: string; reason: string };
  };
  documents: {
    open: { kind: DocumentKind; jobId: string; visitId?: string; createdAt: number; bytes: number; pages: number; reprint: number };
    sealed: { label: string; sha256: string };
  };
  staff: {
    open: {
      createdAt: number;
      roles: Role[];
      active: boolean;
      onDuty: boolean;
      qualifications: Qualification[];
      wrongTries: number;
      lastWrongAt: number;
    };
    sealed: { name: string; phone: string; pinHash: string };
  };
  /** Row id: the settings key, for a desk's own `printing:<desk>`. */
  settings: { open: { changedAt: number }; sealed: { value: unknown } };
  audit: { open: { at: number; action: string }; sealed: { target: string; detail: string } };
  refusals: {
    /** `base` counts earlier runs of the program, `last` this one: the total is their sum. */
    open: { at: number; staffId: string | null; deskCode: string; code: string; base: number; last: number };
    sealed: { request: string };
  };
}

export interface Attendance {
  asPrinted: boolean;
  noDocumentReason: string;
  guardian?: Guardian;
  guardianAbsentReason: string;
}

export type TableName = keyof Tables;
type Both<T extends TableName> = Tables[T]['open'] & Tables[T]['sealed'];
/** Some fields of a row, to be set. */
export type Fields<T extends TableName> = Partial<Both<T>>;
/** A whole row, open. `unreadable`: its key was destroyed, or the bytes are damaged; the sealed half is blank. */
export type Opened<T extends TableName> = { id: string; version: number; keyId: string; unreadable: boolean } & Both<T>;

type Blank<S> = { [K in keyof Required<S>]: K extends keyof S ? S[K] : never };
const GONE = '（无法打开）';

/** Every sealed field of each table, with what stands in for it where the row cannot be opened. */
export const BLANKS: { [T in TableName]: Blank<Tables[T]['sealed']> } = {
  persons: { name: GONE, docNumber: '', phone: '', address: '', sex: undefined, birthDate: undefined, mergeReason: undefined },
  matters: { title: GONE, place: '', finalDecision: '', queryCode: '' },
  templates: { title: '', body: '' },
  promises: { label: GONE, department: '' },
  interviews: { overrideReason: '', recusal: { declared: false, note: '' }, focus: EMPTY_FOCUS, disposal: null, signing: null },
  notes: { text: GONE, citation: null, reason: '' },
  recordings: { sha256: '', name: '', holdReason: '' },
  destructions: { label: '', sha256: '', reason: '' },
  policies: { title: GONE, issuer: '', version: '', source: '' },
  articles: { label: '', chapter: '', subject: '', words: GONE },
  followUps: { text: GONE, to: '', method: '' },
  careNotes: { arrangement: GONE, detail: '' },
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
  audit: { target: '', detail: '' },
  refusals: { request: '' },
};

/** Open fields that came after the first schema, as rows without them are read. */
export const OPEN_DEFAULTS = {
  visits: { ...NEW_FLOW, enteredAt: null, appointment: '', splitFrom: '', secret: false },
  staff: { qualifications: [] },
  promises: { visitId: '', interviewId: '', start: '', length: 0, provisional: false, state: 'open', keptAt: null },
  matters: { secret: false, namedPeople: [] },
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
]);
