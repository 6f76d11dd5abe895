import { chineseNumber } from '../../../shared/rules/chinese-number';
import { attribute, readXml } from '../../files/xml';

/** The numbers that Word counts itself: they are nowhere in the text, only how they are made (word/numbering.xml). */
interface Level {
  start: number;
  format: string;
  text: string;
}
export interface StyleNumber {
  numId: string;
  level: string;
}
type Bytes = AsyncIterable<Buffer> | null;

/** Paragraph styles that bring a number. */
export async function readStyles(bytes: Bytes): Promise<ReadonlyMap<string, StyleNumber>> {
  const styles = new Map<string, StyleNumber & { basedOn: string }>();
  let id = '';
  if (bytes)
    await readXml(bytes, {
      open: (name, attributes) => {
        if (name === 'style') {
          id = attribute(attributes, 'styleId') ?? '';
          styles.set(id, { numId: '', level: '', basedOn: '' });
        }
        const style = styles.get(id);
        if (!style) return;
        if (name === 'numId') style.numId = attribute(attributes, 'val') ?? '';
        if (name === 'ilvl') style.level = attribute(attributes, 'val') ?? '';
        if (name === 'basedOn') style.basedOn = attribute(attributes, 'val') ?? '';
      },
      close: (name) => {
        if (name === 'style') id = '';
      },
    });
  // One that has none of its own takes it from the one it is based on; a ring ends by itself.
  for (let turn = 0; turn < 5; turn++)
    for (const style of styles.values()) {
      const base = styles.get(style.basedOn);
      if (style.numId === '' && base) Object.assign(style, { numId: base.numId, level: style.level || base.level });
    }
  return styles;
}

export class Numbers {
  private readonly counts = new Map<string, number[]>();

  constructor(
    private readonly lists: ReadonlyMap<string, string>,
    private readonly levels: ReadonlyMap<string, readonly Level[]>,
  ) {}

  /** What stands before the next paragraph of this list; empty where there is no number. */
  next(numId: string, level: number): string {
    const list = this.lists.get(numId) ?? '';
    const levels = this.levels.get(list);
    const own = levels?.[level];
    if (!levels || !own || !Number.isInteger(level)) return '';
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    for (let above = 0; above < level; above++) counts[above] ??= levels[above]?.start ?? 1;
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
    counts.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
    return /[\p{L}\p{N}]$/u.test(text) ? `${text} ` : text;
  }
}

export async function readNumbering(bytes: Bytes): Promise<Numbers> {
  const lists = new Map<string, string>();
  const levels = new Map<string, Level[]>();
  let abstract = '';
  let list = '';
  let level: Level | null = null;
  if (bytes)
    await readXml(bytes, {
      open: (name, attributes) => {
        const value = attribute(attributes, 'val') ?? '';
        if (name === 'abstractNum') {
          abstract = attribute(attributes, 'abstractNumId') ?? '';
          levels.set(abstract, []);
        } else if (name === 'lvl' && abstract !== '') {
          level = { start: 1, format: 'decimal', text: '' };
          const at = Number(attribute(attributes, 'ilvl'));
          // Word knows nine.
          if (Number.isInteger(at) && at >= 0 && at < 9) (levels.get(abstract) ?? [])[at] = level;
        } else if (name === 'start' && level) level.start = Number(value) || 0;
        else if (name === 'numFmt' && level) level.format = value;
        else if (name === 'lvlText' && level) level.text = value;
        else if (name === 'num') list = attribute(attributes, 'numId') ?? '';
        else if (name === 'abstractNumId' && list !== '') lists.set(list, value);
      },
      close: (name) => {
        if (name === 'abstractNum') abstract = '';
        if (name === 'lvl') level = null;
        if (name === 'num') list = '';
      },
    });
  return new Numbers(lists, levels);
}

function written(value: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|japaneseCounting|ideographDigital|taiwaneseCounting.*)$/.test(format))
    return chineseNumber(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'decimalEnclosedCircle' && value >= 1 && value <= 20) return String.fromCodePoint(0x245f + value);
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCodePoint(97 + ((value - 1) % 26));
    return format === 'lowerLetter' ? letter : letter.toUpperCase();
  }
  return String(value);
}
