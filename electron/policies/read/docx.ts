import type { FileHandle } from 'node:fs/promises';
import { Unreadable } from '../../files/unreadable';
import { attribute, readXml } from '../../files/xml';
import { listParts, unpack } from '../../files/zip';
import { readNumbering, readStyles } from './docx-numbering';
import { CHARACTERS, PART_BYTES } from './limits';
import type { PolicyText } from './open-policy';

/** Text that was taken out, moved away, or is there a second time for older programs. */
const SKIPPED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'pict', 'instrText', 'delText', 'rt']);

/**
 * The running text of a .docx: one line a paragraph, cells of a table's row side by side. Numbers that Word makes itself
 * (「第%1条」) are written out: in them most of the articles of an office's own rules have their labels.
 */
export async function readDocx(file: FileHandle, size: number): Promise<PolicyText> {
  const parts = new Map((await listParts(file, size)).map((part) => [part.name.replace(/^\//, ''), part]));
  const body = parts.get('word/document.xml') ?? parts.get('word/document2.xml');
  if (!body) throw new Unreadable('这不是 Word 文档，没有导入。请选择 .txt、.md、.docx 或 .pdf 文件。');
  const part = (name: string): AsyncIterable<Buffer> | null => {
    const found = parts.get(name);
    return found ? unpack(file, found, PART_BYTES) : null;
  };
  const styles = await readStyles(part('word/styles.xml'));
  const numbers = await readNumbering(part('word/numbering.xml'));

  const lines: string[] = [];
  let length = 0;
  let skipping = 0;
  let inText = false;
  let inProperties = false;
  let cells: string[] | null = null;
  // A text box stands inside a paragraph and has paragraphs of its own.
  const open: { text: string; style: string; numId: string; level: string }[] = [];
  const put = (line: string): void => {
    length += line.length;
    if (length > CHARACTERS) throw new Unreadable(`正文超过 ${CHARACTERS / 10_000} 万字，没有导入。请分成几个文件再选。`);
    lines.push(line);
  };
  await readXml(unpack(file, body, PART_BYTES), {
    open: (name, attributes) => {
      if (SKIPPED.has(name)) skipping++;
      const now = open.at(-1);
      if (name === 'p') open.push({ text: '', style: '', numId: '', level: '' });
      else if (name === 'tr') cells ??= [];
      else if (name === 'pPr') inProperties = true;
      else if (name === 't') inText = true;
      else if (!now || skipping > 0) return;
      else if (name === 'tab' && !inProperties) now.text += '\t';
      else if (name === 'br' || name === 'cr') now.text += '\n';
      else if (name === 'noBreakHyphen') now.text += '-';
      else if (name === 'pStyle') now.style = attribute(attributes, 'val') ?? '';
      else if (name === 'numId' && inProperties) now.numId = attribute(attributes, 'val') ?? '';
      else if (name === 'ilvl' && inProperties) now.level = attribute(attributes, 'val') ?? '';
    },
    text: (text) => {
      const now = open.at(-1);
      if (inText && now && skipping === 0) now.text += text;
    },
    close: (name) => {
      if (SKIPPED.has(name)) skipping--;
      else if (name === 't') inText = false;
      else if (name === 'pPr') inProperties = false;
      else if (name === 'p') {
        const done = open.pop();
        if (!done || skipping > 0) return;
        const style = styles.get(done.style);
        const label = numbers.next(done.numId || style?.numId || '', Number(done.level || style?.level || 0));
        const line = done.text.trim() === '' ? '' : `${label}${done.text}`;
        if (cells) cells.push(line);
        else put(line);
      } else if (name === 'tr' && cells) {
        put(cells.filter((cell) => cell !== '').join(' '));
        cells = null;
      }
    },
  });
  return { text: lines.join('\n'), notes: [] };
}
