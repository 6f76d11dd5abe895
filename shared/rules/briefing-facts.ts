import type { ResultKind } from '../domain/disposal';
import type { Level } from '../domain/emergency';
import type { ForecastGrade } from '../domain/forecast';
import type { FocusField, Mood } from '../domain/interview';
import type { Named } from './mask-within';

/** What a 专报 is made from. Everything in it is still in full: the rule that writes the sentences also masks them. */
export interface BriefingFacts {
  date: string;
  /** All of the day, void ones left out. */
  visits: readonly DayVisit[];
  /** Those that somebody chose as cases, in the order of the day. */
  chosen: ReadonlySet<string>;
  talks: readonly DayTalk[];
  promises: readonly DayPromise[];
  incidents: readonly DayIncident[];
  /** Of the day, without those withdrawn. */
  forecasts: readonly DayForecast[];
  /** From this count on a repeated visit in one unresolved matter is marked. */
  repeatMarkFrom: number;
}

export interface DayVisit {
  id: string;
  matterId: string;
  number: string;
  queueNumber: string;
  collective: boolean;
  heads: number;
  field: string;
  purpose: string;
  summary: string;
  place: string;
  /** 条例 30 条: what it is about goes on no paper that is passed on. */
  secret: boolean;
  repeated: boolean;
  visitCount: number;
  people: readonly Named[];
  personIds: readonly string[];
  /** In the hall's words. */
  state: string;
}
export interface DayTalk {
  id: string;
  visitId: string;
  room: string;
  ended: boolean;
  result: ResultKind | '';
  answer: string;
  opinion: string;
  department: string;
  target: string;
  focus: Readonly<Record<FocusField, string>>;
  /** How often the observer marked each. */
  moods: Readonly<Record<Mood, number>>;
}
export interface DayPromise {
  id: string;
  visitId: string;
  label: string;
  due: string;
  provisional: boolean;
  department: string;
}
export interface DayIncident {
  id: string;
  number: string;
  /** `HH:mm` */
  at: string;
  name: string;
  level: Level;
  falseAlarm: boolean;
  over: boolean;
  peopleMost: number;
  visitIds: readonly string[];
  conducts: readonly string[];
  cause: string;
  /** Lines of what was done, `HH:mm …`. */
  measures: readonly string[];
  trend: string;
  /** What the review says is to be done better. */
  improve: string;
}
/** 今日预判, with the grade in force; who and what about stands in the item alone. */
export interface DayForecast {
  id: string;
  grade: ForecastGrade;
  /** '' where the item names nobody, or no matter, of this hall. */
  matterId: string;
  personId: string;
}
