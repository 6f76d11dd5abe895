import { type ReportSection, UNKNOWN } from '../domain/incident-report';
import { longDay, stampOf } from '../rules/time';
import type { LetterBlock } from './letter';

/** What a paper of an incident has beside the pieces of a letter: tables of several columns, and parts on pages of their own. */
export type PaperBlock =
  | LetterBlock
  | {
      block: 'grid';
      head: readonly string[];
      /** Of the columns, in per cent. */
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    }
  | { block: 'part'; title: string };

/** 初报, 续报, 终报, 突发事件报告单 and a page of the handbook, frozen with their print job. */
export interface IncidentPaperModel {
  title: string;
  unitName: string;
  /** Of the incident, under its bar code. */
  number: string;
  date: string;
  blocks: readonly PaperBlock[];
  /** Said on every page, so that no page of it passes for real by itself. */
  demo: boolean;
  drill: boolean;
}

export interface ReportPaperFacts {
  unitName: string;
  number: string;
  title: string;
  to: string;
  sections: readonly ReportSection[];
  signedName: string;
  /** ms UTC */
  signedAt: number;
  demo: boolean;
  drill: boolean;
}

/** A report as it was signed. An empty element says that it is not known: silence would read as 「none」. */
export function buildReportPaper({ sections, to, signedName, signedAt, title, ...facts }: ReportPaperFacts): IncidentPaperModel {
  const rows = sections.map(({ label, text }) => [label, text || UNKNOWN] as const);
  const signed = stampOf(signedAt);
  return {
    ...facts,
    title: `突发事件${title}`,
    date: longDay(signed.slice(0, 10)),
    blocks: [
      ...(facts.drill ? [DRILL_LINE] : []),
      { block: 'text', text: `${to}：` },
      { block: 'table', rows },
      { block: 'text', text: `签发人：${signedName}，${signed.slice(0, 16)} 在程序中以本人口令签发。` },
      { block: 'sign', labels: ['签发人签名', '单位盖章', '日期'] },
    ],
  };
}

/** So that nobody who reads one line of it is alarmed. */
export const DRILL_LINE: PaperBlock = { block: 'text', text: '这是一次演练，不是真实事件。' };
