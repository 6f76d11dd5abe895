import type { PaperBlock } from './incident-paper';
import type { SheetModel } from './sheet';

export interface BookEntry {
  /** E08 聚集 */
  type: string;
  title: string;
  /** 第 2 版，… 审定 */
  about: string;
  body: string;
}
export interface BookFacts {
  unitName: string;
  date: string;
  demo: boolean;
  entries: readonly BookEntry[];
}

const TITLE = '应急处置参考手册';
/** Stands in the contents while the pages are being counted: as wide as any number. */
const UNCOUNTED = '000';

const blocksOf = ({ title, about, body }: BookEntry): PaperBlock[] => [
  ...body.split('\n').map((text) => ({ block: 'text' as const, text })),
  {
    block: 'table',
    rows: [
      ['条目', title],
      ['版本', about],
    ],
  },
];

const sheetOf = ({ unitName, date, demo }: BookFacts, blocks: readonly PaperBlock[]): SheetModel => ({
  ...{ title: TITLE, unitName, number: '', date, demo },
  blocks,
});

/** The contents alone, and each entry as it will stand in the book: their pages are counted before the whole is made. */
export function bookParts(facts: BookFacts): SheetModel[] {
  const pages = facts.entries.map(() => UNCOUNTED);
  return [sheetOf(facts, contents(facts, pages)), ...facts.entries.map((entry) => ({ ...sheetOf(facts, partOf(entry)), unitName: '' }))];
}

/**
 * The whole book. Each entry begins on a page of its own, so its page is what the parts before it take.
 * @param pages of the contents, then of each entry, as they were counted with {@link bookParts}
 */
export function wholeBook(facts: BookFacts, pages: readonly number[]): SheetModel {
  let next = (pages[0] ?? 1) + 1;
  const begins = facts.entries.map((_, i) => {
    const at = next;
    next += pages[i + 1] ?? 1;
    return String(at);
  });
  return sheetOf(facts, [...contents(facts, begins), ...facts.entries.flatMap(partOf)]);
}

const partOf = (entry: BookEntry): PaperBlock[] => [{ block: 'part', title: entry.title }, ...blocksOf(entry)];

const contents = ({ entries }: BookFacts, pages: readonly string[]): PaperBlock[] => [
  { block: 'heading', text: '目录' },
  {
    block: 'grid',
    head: ['事件类型', '条目', '页码'],
    widths: [30, 58, 12],
    rows: entries.map(({ type, title }, i) => [type, title, pages[i] ?? '']),
  },
];
