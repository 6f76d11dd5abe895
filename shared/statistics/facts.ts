import { PURPOSES, VISIT_MARKS } from '../domain/visit';
import { dayOf } from '../rules/time';

/**
 * 统计, the part that is kept: what one row adds to the figures of its day. All of it is additive and stands outside the
 * seal, so a day's figures are the sum over its rows, whatever order they came in; an average is kept as its sum and its
 * count. What depends on today (超期) or on other rows (重访 within the period, 未评价) is worked out when it is asked for.
 */

/** Figure → how much. A figure that is nought is not there. */
export type Figures = Record<string, number>;
/** A day in the hall's zone, and what the row counts on it. */
export interface Counted {
  day: string;
  figures: Figures;
}
/** The open half of a stored row; of one that a later change brought first, only some fields may be there yet. */
export type FactRow = Readonly<Record<string, unknown>>;

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** 批次 and 人次. A void registration counts nowhere, nor does a line of the unit's old ledger: nobody of it was in this hall. */
function visit(row: FactRow): Counted | null {
  const day = words(row.date);
  const state = words(row.state);
  if (day === '' || state === '' || state === 'void' || row.importId) return null;
  const heads = number(row.heads);
  const figures: Figures = { visits: 1, heads, [`visits.size.${heads}`]: 1 };
  const add = (what: string): void => {
    figures[`visits.${what}`] = 1;
    figures[`heads.${what}`] = heads;
  };
  add(`field.${words(row.fieldCode)}`);
  const purpose = words(row.purpose);
  add(`purpose.${(PURPOSES as readonly string[]).includes(purpose) ? purpose : 'other'}`);
  add(row.repeated ? 'repeated' : 'first');
  if (row.verification === 'anonymous') add('anonymous');
  if (Array.isArray(row.marks)) for (const mark of VISIT_MARKS) if (row.marks.includes(mark)) add(mark);
  if (row.appointment === 'leader') add('leader');
  if (instant(row.enteredAt) !== null) add('paper');
  const [waiting, started] = [instant(row.waitingSince), instant(row.startedAt)];
  // The PC's clock may have been set back in between: such a wait says nothing.
  if (waiting !== null && started !== null && started >= waiting) {
    figures.waits = 1;
    figures['waits.ms'] = started - waiting;
  }
  return { day, figures };
}

/** A talk that came to a result (forms 5.5). Its length is its own clock's, without the pauses. */
function interview(row: FactRow): Counted | null {
  const [day, result] = [words(row.date), words(row.result)];
  if (day === '' || row.state !== 'ended' || result === '') return null;
  const figures: Figures = { talks: 1, [`talks.result.${result}`]: 1 };
  const elapsed = instant(row.endedElapsed);
  if (elapsed !== null) {
    figures['talks.timed'] = 1;
    figures['talks.ms'] = Math.max(0, elapsed - number(row.pausedMs));
  }
  return { day, figures };
}

/** A promise counts on its last day: kept by then, kept later, or still open (overdue once that day is past). */
function promise(row: FactRow): Counted | null {
  const [day, code] = [words(row.due), words(row.code)];
  const state = words(row.state) || (row.kept ? 'kept' : 'open');
  if (day === '' || code === '' || (state !== 'open' && state !== 'kept')) return null;
  const keptAt = instant(row.keptAt);
  const standing = state === 'open' ? 'open' : keptAt !== null && dayOf(keptAt) > day ? 'late' : 'kept';
  return { day, figures: { [`due.${code}.${standing}`]: 1 } };
}

/** 突发, real ones alone: of a drill nothing is ever counted. Before it was sent out it is none yet. */
function incident(row: FactRow): Counted | null {
  const [day, state] = [words(row.date), words(row.state)];
  if (day === '' || row.mode !== 'real' || state === '' || state === 'pending') return null;
  if (state === 'false-alarm') return { day, figures: { 'incidents.false': 1 } };
  const level = number(row.level);
  return {
    day,
    figures: { incidents: 1, [`incidents.code.${words(row.code)}`]: 1, ...(level > 0 && { [`incidents.level.${level}`]: 1 }) },
  };
}

/** 满意度: five steps from 1, the best. */
function followUp(row: FactRow): Counted | null {
  const [day, step] = [words(row.day), number(row.number)];
  if (day === '' || row.kind !== 'satisfaction' || step < 1) return null;
  return { day, figures: { rated: 1, [`rated.${step}`]: 1 } };
}

/** Papers, by the day they were asked for; of a visit's first card also how long it took to come out. */
function printJob(row: FactRow): Counted | null {
  const createdAt = instant(row.createdAt);
  const state = words(row.state);
  if (createdAt === null || state === '' || row.kind === 'calibration') return null;
  const figures: Figures = { prints: 1 };
  if (state === 'failed' || state === 'unknown') figures[`prints.${state}`] = 1;
  const changedAt = instant(row.changedAt);
  if (row.kind === 'card' && state === 'printed' && number(row.reprint) === 0 && changedAt !== null && changedAt >= createdAt) {
    figures.cards = 1;
    figures['cards.ms'] = changedAt - createdAt;
  }
  return { day: dayOf(createdAt), figures };
}

/** 今日预判: one that stands, under the grade in force: a person's, or until there is one the suggested. */
function forecast(row: FactRow): Counted | null {
  const [day, grade] = [words(row.date), words(row.grade) || words(row.suggested)];
  if (day === '' || row.state !== 'standing' || grade === '') return null;
  return { day, figures: { forecasts: 1, [`forecasts.grade.${grade}`]: 1 } };
}

const FACTS = {
  visits: visit,
  interviews: interview,
  promises: promise,
  incidents: incident,
  followUps: followUp,
  printJobs: printJob,
  forecastItems: forecast,
};
export type FactTable = keyof typeof FACTS;
/** The tables whose rows count, in the order in which a fill walks them. */
export const FACT_TABLES = Object.keys(FACTS) as FactTable[];
export const isFactTable = (table: string): table is FactTable => Object.hasOwn(FACTS, table);

/** @returns null: the row counts nowhere. An erased row never counts. */
export function factsOf(table: FactTable, row: FactRow | undefined): Counted | null {
  return !row || row.erased ? null : FACTS[table](row);
}

/** Adds in place; what becomes nought is taken out, so that figures that say the same are the same. */
export function addFigures(into: Figures, more: Figures, sign: 1 | -1 = 1): Figures {
  for (const [name, value] of Object.entries(more)) {
    const sum = (into[name] ?? 0) + sign * value;
    if (sum === 0) delete into[name];
    else into[name] = sum;
  }
  return into;
}

export const sumFigures = (all: Iterable<Figures>): Figures => {
  const sum: Figures = {};
  for (const each of all) addFigures(sum, each);
  return sum;
};

/** Of which table's rows a figure is made: its name begins with it. */
export function tableOf(figure: string): FactTable | null {
  const head = figure.split('.')[0] ?? '';
  return TABLE_OF[head] ?? null;
}
const TABLE_OF: Readonly<Record<string, FactTable>> = {
  visits: 'visits',
  heads: 'visits',
  waits: 'visits',
  talks: 'interviews',
  due: 'promises',
  incidents: 'incidents',
  rated: 'followUps',
  prints: 'printJobs',
  cards: 'printJobs',
  forecasts: 'forecastItems',
};
