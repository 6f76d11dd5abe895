import type { CareKind, Vitals } from '../../../../shared/domain/care-note';
import type { PromiseState } from '../../../../shared/domain/deadlines';
import type { MatterState } from '../../../../shared/domain/known-person';
import type { DocumentType, NumberTrust, Sex } from '../../../../shared/domain/person';

/** Who came before, about what, and what was promised them. */
export interface PeopleTables {
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
      /** A visitor's right has a state of its own: the list of what is owed never walks over those that lapsed. */
      state: PromiseState;
      keptAt: number | null;
      /** Of a leader's instruction: the 专报 and the line of it that it follows from. */
      briefingId: string;
      actId: string;
    };
    sealed: { label: string; department: string; voidReason: string };
  };
  /**
   * With the person's key. The arrangement is for the desk, the rest for few. What was approved is never changed: a renewal is
   * another row, and this one only says which, or when and by whom it was ended.
   */
  careNotes: {
    open: {
      personId: string;
      approverId: string;
      /** The last day on which it is shown. */
      expires: string;
      kind: CareKind;
      authorId: string;
      /** 0 of one from before this was kept. */
      at: number;
      renews: string;
      renewedBy: string;
      endedAt: number | null;
      endedBy: string;
    };
    sealed: { arrangement: string; detail: string; vitals: Vitals | null; source: string; reason: string; endReason: string };
  };
}
