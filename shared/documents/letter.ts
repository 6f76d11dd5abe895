import type { LetterKind, LetterTemplate } from '../domain/letters';

/** One piece of an A4 paper, in its order; text flows over as many pages as it needs. */
export type LetterBlock =
  | { block: 'text'; text: string }
  | { block: 'heading'; text: string }
  /** `whole`: a short one, that no page breaks. */
  | { block: 'table'; rows: readonly (readonly [name: string, value: string])[]; whole?: true }
  | { block: 'lines'; rows: readonly { time: string; who: string; text: string; note: string }[] }
  | { block: 'sign'; labels: readonly string[] }
  /** Drawn on the screen: a PNG, base64. */
  | { block: 'signature'; label: string; image: string; at: string };

export interface LetterModel {
  letter: LetterKind;
  title: string;
  unitName: string;
  /** Card number of the visit, under its bar code. */
  number: string;
  date: string;
  blocks: readonly LetterBlock[];
  demo: boolean;
}

/** Values by placeholder; and the pieces that are more than words. */
export interface LetterValues {
  words: Readonly<Record<string, string>>;
  pieces: Readonly<Record<string, readonly LetterBlock[]>>;
}

const PLACE = /\{([^{}?？]{1,20})([?？]?)\}/g;
const BLANK = '＿＿＿＿＿＿';

/** Placeholders of a body that nothing stands for: said to the administrator before a template is kept. */
export function unknownPlaces(body: string, known: ReadonlySet<string>): string[] {
  const places = [...body.matchAll(PLACE)].map((found) => found[1] ?? '');
  const pieces = [...body.matchAll(/^\[([^\]]+)\]\s*$/gm)].map((found) => found[1] ?? '');
  return [...new Set([...places, ...pieces].filter((place) => !known.has(place)))];
}

/**
 * A template's lines: `# …` a heading, `名称：… ` behind `| ` a row of a table, `[签名] 甲、乙` lines to be signed, `[记录]`
 * alone a piece, every other line a paragraph. `{姓名}` is filled in; a value that is not there is left to be written by
 * hand, or with `{姓名?}` left out, and with it the row that would hold nothing else.
 */
export function fillTemplate(template: LetterTemplate, { words, pieces }: LetterValues): LetterBlock[] {
  const filled = (text: string): string =>
    text.replace(PLACE, (_, place: string, mayMiss: string) => words[place] || (mayMiss ? '' : BLANK));
  const blocks: LetterBlock[] = [];
  for (const raw of template.body.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '') continue;
    const sign = /^\[签名\]\s*(.+)$/.exec(line)?.[1];
    const piece = /^\[([^\]]+)\]$/.exec(line)?.[1];
    const [, name, value] = /^\|\s*([^:：]{1,20})[:：]\s*(.*)$/.exec(line) ?? [];
    const last = blocks.at(-1);
    if (sign) blocks.push({ block: 'sign', labels: sign.split(/[、,，]/).map((label) => label.trim()) });
    else if (piece) blocks.push(...(pieces[piece] ?? []));
    else if (name !== undefined) {
      const row = [name.trim(), filled(value ?? '')] as const;
      if (row[1] === '' && value !== '') continue;
      if (last?.block === 'table') blocks[blocks.length - 1] = { block: 'table', rows: [...last.rows, row] };
      else blocks.push({ block: 'table', rows: [row] });
    } else if (line.startsWith('#')) blocks.push({ block: 'heading', text: filled(line.replace(/^#+\s*/, '')) });
    else blocks.push({ block: 'text', text: filled(line) });
  }
  return blocks;
}
