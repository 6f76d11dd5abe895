import type { FacilityState } from '../../../../shared/domain/duty';
import type { SummonsMethod } from '../../../../shared/domain/preparation';
import type { SpecialNeed } from '../../../../shared/domain/visit';

/** 准备: what was done before a matter was received. Acts, rounds, meetings and copies are only ever added. */
export interface PreparationTables {
  /** Row id: the forecast item's. */
  preparations: {
    open: {
      date: string;
      needs: SpecialNeed[];
      roomId: string;
      roomItems: string[];
      roomAt: number | null;
      roomBy: string;
      lead: string;
      recorder: string;
      observer: string;
      teamAt: number | null;
      teamBy: string;
    };
    sealed: Record<never, never>;
  };
  preparationActs: {
    open: {
      itemId: string;
      date: string;
      at: number;
      staffId: string;
      deskCode: string;
      /** `begin`: 准备时间不足 was taken note of, with the steps it is about. */
      act: 'begin' | 'done' | 'omitted' | 'reopened';
      step: string;
      steps: string[];
    };
    sealed: { note: string };
  };
  summons: {
    open: {
      itemId: string;
      date: string;
      method: SummonsMethod;
      limitMinutes: number;
      notifiedAt: number;
      notifiedBy: string;
      answeredAt: number | null;
      arrivedAt: number | null;
    };
    sealed: { department: string; contact: string; phone: string; attendee: string };
  };
  patrolRounds: {
    open: { date: string; at: number; staffId: string; points: Record<string, FacilityState> };
    sealed: { note: string };
  };
  meetings: {
    open: {
      date: string;
      at: number;
      staffId: string;
      startedAt: number;
      hostId: string;
      itemIds: string[];
      present: string[];
      absent: string[];
    };
    sealed: { note: string };
  };
  /** Sheets with care notes on paper: one copy a receiver. */
  meetingCopies: { open: { date: string; at: number; staffId: string; receivers: string[] }; sealed: Record<never, never> };
}
