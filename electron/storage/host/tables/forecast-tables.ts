import type { Group } from '../../../../shared/domain/emergency';
import type { ForecastChannel, ForecastGrade, ForecastState } from '../../../../shared/domain/forecast';
import type { LinkKind, PublishedLine } from '../../../../shared/domain/forecast-acts';
import type { ForecastMapping } from '../../../../shared/rules/forecast-columns';

/** 今日预判, 研判, 预警发布. But for the items themselves every row is only ever added: two desks that meet lose neither's. */
export interface ForecastTables {
  /** Each with a key of its own, its gradings and traits with it: it goes with its person or its matter. */
  forecastItems: {
    open: {
      /** The day on which they may come. */
      date: string;
      /** ms UTC; null: the hour is not known. */
      plannedAt: number | null;
      channel: ForecastChannel;
      /** When the channel told us, and when it was typed in here (ms UTC). */
      receivedAt: number;
      createdAt: number;
      createdBy: string;
      deskCode: string;
      state: ForecastState;
      heads: number | null;
      /** Which visit in the matter it would be, itself included. */
      visits: number | null;
      /** 领域 code; '' when not known. */
      field: string;
      /** By the thresholds of its last writing; past days keep it whatever is set later. */
      suggested: ForecastGrade;
      /** The human grade in force, repeated from `forecastGrades`; '' until there is one. */
      grade: ForecastGrade | '';
      /** When it was first graded by a person (ms UTC): the end of the analysis. */
      gradedAt: number | null;
      personId: string;
      matterId: string;
      /** Keyed hash of day, who and demand: by it an import knows what is here already. */
      sameKey: string;
      /** '' when typed by hand. */
      importId: string;
    };
    sealed: {
      who: string;
      demand: string;
      place: string;
      history: string;
      source: string;
      age: string;
      resolved: boolean | null;
      interests: boolean;
      extreme: boolean;
      withdrawnReason: string;
    };
  };
  /** Health and conduct of an item, with the item's id: whoever reads the item does not open this. */
  forecastTraits: { open: { at: number; staffId: string }; sealed: { health: string; conduct: string } };
  /** Gradings by a person. */
  forecastGrades: {
    open: { itemId: string; at: number; staffId: string; deskCode: string; grade: ForecastGrade; suggested: ForecastGrade };
    sealed: { reason: string };
  };
  /** 「无信息」: a channel was asked and had nothing. */
  forecastChannels: {
    open: { date: string; channel: ForecastChannel; at: number; staffId: string; deskCode: string };
    sealed: Record<never, never>;
  };
  /** What a person said to a proposal of 疑似串联. */
  forecastLinks: {
    open: { date: string; at: number; staffId: string; deskCode: string; kind: LinkKind; memberIds: string[]; accepted: boolean };
    sealed: { reason: string };
  };
  /** 预警建议 to the leading group (plan S26), and what it decided. */
  forecastProposals: {
    open: { date: string; at: number; staffId: string; deskCode: string; itemIds: string[]; linkId: string };
    sealed: { risk: string; basis: string; advice: string };
  };
  forecastDecisions: {
    open: { proposalId: string; at: number; staffId: string; deskCode: string; adopted: boolean };
    sealed: { person: string; reason: string };
  };
  /** 预警发布 (plan S33): the list as it was told, without health and conduct. */
  forecastWarnings: {
    open: { date: string; at: number; staffId: string; deskCode: string; groups: Group[] };
    sealed: { lines: PublishedLine[]; note: string };
  };
  forecastReceipts: {
    open: { warningId: string; at: number; staffId: string; deskCode: string; group: Group };
    sealed: { person: string };
  };
  /** One import into a forecast, with the columns as they were mapped: the next file with the same heads is read alike. */
  forecastImports: {
    open: { at: number; staffId: string; deskCode: string; lines: number; imported: number; duplicates: number; refused: number };
    sealed: { fileName: string; heads: string; mapping: ForecastMapping; channel: ForecastChannel | '' };
  };
}
