import type { BriefingActKind, BriefingSection, BriefingState, BriefingText, NameLine } from '../../../../shared/domain/briefing';
import type { DayReport, HandOverPart, SelfCheckKey, Skipped } from '../../../../shared/domain/day-end';

/** 专报, and the beginning and the end of a day. All with the hall's key: what was reported outlives the records it tells of. */
export interface ReportTables {
  /** 《接访情况专报》. Its words change until it is submitted; once issued nothing of it does. */
  briefings: {
    open: {
      date: string;
      createdAt: number;
      changedAt: number;
      deskCode: string;
      state: BriefingState;
      /** Of its words: every save is the next. */
      edition: number;
      visitIds: readonly string[];
      /** Who drafted it: the one who submitted it last, before that who began it. */
      drafterId: string;
      reviewerId: string;
      signerId: string;
      submittedAt: number | null;
      reviewedAt: number | null;
      issuedAt: number | null;
      /** 〔year〕第n期; zero until it is issued. */
      year: number;
      n: number;
      /** The issued one that this one corrects. */
      corrects: string;
    };
    sealed: {
      to: string;
      secrecy: string;
      term: string;
      sections: BriefingSection[];
      names: NameLine[];
      returned: string;
      /** As it was signed: a desk that had not heard of it may still have written on. */
      issuedText: BriefingText | null;
    };
  };
  /** What was done with it. Only ever added. */
  briefingActs: {
    open: { briefingId: string; at: number; kind: BriefingActKind; staffId: string; deskCode: string; due: string };
    sealed: { text: string; leader: string; department: string };
  };
  /** From when a desk gives 专报 their numbers. Only ever added: rules/briefing-number. */
  briefingTerms: {
    open: { at: number; term: number; deskCode: string; year: number; n: number };
    sealed: Record<never, never>;
  };
  /** Red items of 开机自检, once a day, a desk and a person. */
  selfChecks: {
    open: { date: string; deskCode: string; at: number; staffId: string; red: readonly SelfCheckKey[] };
    sealed: { words: string[] };
  };
  /** 日终 as it was closed: what was left open, and why. */
  dayEnds: {
    open: { date: string; deskCode: string; at: number; staffId: string };
    sealed: { skipped: Skipped[] };
  };
  /** 交接单, confirmed by two PINs. */
  handOvers: {
    open: { date: string; deskCode: string; at: number; giverId: string; takerId: string };
    sealed: { parts: HandOverPart[]; note: string };
  };
  /** 日报 as it was made; a later one of the same day is the next edition. */
  dayReports: {
    open: { date: string; deskCode: string; at: number; staffId: string; edition: number };
    sealed: { report: DayReport | null };
  };
}
