import type { PrintContent } from '../../../shared/documents/content';
import type { Role } from '../../../shared/domain/basics';
import type { MatterState } from '../../../shared/domain/known-person';
import type { DocumentType, Guardian, NumberTrust, Sex } from '../../../shared/domain/person';
import type { DocumentKind, PrintState } from '../../../shared/domain/printing';
import type { Purpose, SpecialNeed, VerificationResult, VisitKind, VisitState } from '../../../shared/domain/visit';

/**
 * The journaled tables, each in two halves. `open` stands outside the seal and holds only ids, dates, states, coded
 * dictionary values, counts and keyed hashes; whatever names a person or tells their matter is in `sealed`.
 */
export interface Tables {
  /** Sealed with the person's own key. */
  persons: {
    open: { createdAt: number; docType: DocumentType; trust: NumberTrust; docHash?: string; tokens: string[] };
    sealed: { name: string; docNumber: string; phone: string; address: string; sex?: Sex; birthDate?: string };
  };
  /** With the matter's own key, as all that belongs to it: promises, visits, prints, documents. */
  matters: {
    open: { createdAt: number; fieldCode: string; state: MatterState; visits: number; lastVisit: string; personIds: string[] };
    sealed: { title: string; place: string; finalDecision: string };
  };
  promises: {
    open: { matterId: string; code: string; due: string; kept: boolean };
    sealed: { label: string };
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
      visitCount: number;
      repeated: boolean;
      verificationId: string;
      verification: VerificationResult;
      checkerId: string;
      /** The visitor was shown the notice; ms UTC. */
      noticeAt: number;
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
    open: { createdAt: number; roles: Role[]; active: boolean; onDuty: boolean; wrongTries: number; lastWrongAt: number };
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
  persons: { name: GONE, docNumber: '', phone: '', address: '', sex: undefined, birthDate: undefined },
  matters: { title: GONE, place: '', finalDecision: '' },
  promises: { label: GONE },
  careNotes: { arrangement: GONE, detail: '' },
  visits: { summary: GONE, place: '', needs: [], attendance: [], repeatReason: '', voidReason: '', changeReason: '' },
  verifications: { reason: '' },
  printJobs: { label: GONE, printer: '', content: null, note: '', reason: '' },
  documents: { label: GONE, sha256: '' },
  staff: { name: GONE, phone: '', pinHash: '' },
  settings: { value: undefined },
  audit: { target: '', detail: '' },
  refusals: { request: '' },
};

export const TABLE_NAMES = Object.keys(BLANKS) as TableName[];
export const isTable = (name: string): name is TableName => Object.hasOwn(BLANKS, name);
/** Tables whose changes a history or the audit trail looks up by row. */
export const TRACED: ReadonlySet<string> = new Set<TableName>(['visits', 'persons', 'matters', 'audit']);
