import type { PrintContent } from '../../../../shared/documents/content';
import type { Role } from '../../../../shared/domain/basics';
import type { KeptKind, RequestKind, RequestState } from '../../../../shared/domain/keeping';
import type { DocumentKind, PrintState } from '../../../../shared/domain/printing';
import type { Qualification } from '../../../../shared/domain/staff';
import type { PeriodUnit, StatReport } from '../../../../shared/domain/statistics';

/** Printing, people of the unit, settings and the audit trail. */
export interface DeskTables {
  printJobs: {
    open: {
      kind: DocumentKind;
      visitId?: string;
      /** A paper of an incident is sealed with its key. */
      incidentId?: string;
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
    open: {
      kind: DocumentKind;
      jobId: string;
      visitId?: string;
      incidentId?: string;
      createdAt: number;
      bytes: number;
      pages: number;
      reprint: number;
    };
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
  /** 定稿 and 重开 of a period's figures. Only ever added; the last one holds. */
  statClosings: {
    open: { unit: PeriodUnit; from: string; act: 'close' | 'reopen'; at: number; staffId: string; deskCode: string };
    sealed: { note: string; report: StatReport | null };
  };
  audit: { open: { at: number; action: string }; sealed: { target: string; detail: string } };
  /** What stops a destruction, with the key of what it holds back. Of one object several may stand. */
  holds: {
    open: {
      kind: KeptKind;
      objectId: string;
      state: 'held' | 'released';
      at: number;
      staffId: string;
      releasedAt: number | null;
      releasedBy: string;
    };
    sealed: { reason: string; releaseReason: string };
  };
  /** 个人信息保护法 45–47 条, with the person's key: after an erasure its dates and its outcome still stand here. */
  personRequests: {
    open: {
      personId: string;
      kind: RequestKind;
      state: RequestState;
      receivedOn: string;
      due: string;
      at: number;
      staffId: string;
      answeredAt: number | null;
      answeredBy: string;
    };
    sealed: { how: string; text: string; answer: string; basis: string };
  };
  refusals: {
    /** `base` counts earlier runs of the program, `last` this one: the total is their sum. */
    open: { at: number; staffId: string | null; deskCode: string; code: string; base: number; last: number };
    sealed: { request: string };
  };
}
