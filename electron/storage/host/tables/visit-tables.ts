import type { AppointmentKind, AppointmentState } from '../../../../shared/domain/appointments';
import type { AttachmentKind } from '../../../../shared/domain/attachments';
import type { CheckFinding, ItemState } from '../../../../shared/domain/hall';
import type { DocumentType, Guardian } from '../../../../shared/domain/person';
import type { Purpose, SpecialNeed, VerificationResult, VisitKind, VisitMark, VisitState } from '../../../../shared/domain/visit';
import type { VisitFlow } from '../../../../shared/rules/visit-flow';

/** A visit, and what belongs to it in the hall. */
export interface VisitTables {
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
      marks: readonly VisitMark[];
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
      /** Empty for a file of an incident. */
      visitId: string;
      incidentId?: string;
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
      /** Where it runs, or is being taken back. */
      deskCode?: string;
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
}

export interface Attendance {
  asPrinted: boolean;
  noDocumentReason: string;
  guardian?: Guardian;
  guardianAbsentReason: string;
}
