import type { PaperBlock } from '../../shared/documents/incident-paper';
import type { SheetModel } from '../../shared/documents/sheet';
import { type ZipEntry, zipOf } from '../files/zip-writer';
import { TEXT_WIDTH, wordParts } from './docx-parts';

/** Twentieths of a point. */
const NAME_WIDTH = 2200;

/**
 * A paper of the hall as Word opens it (OOXML, ISO 29500): the same pieces as on the printed one, so that an office can go on
 * with it. Words are text and nothing else: no field, no link, no picture of ours is in it but the page's number.
 */
export function docxOf(model: SheetModel): Buffer {
  const { title, unitName, number, date, blocks, demo } = model;
  const head = [
    paragraph(unitName, { style: 'Unit' }),
    paragraph(demo ? `${title}（演示）` : title, { style: 'Title' }),
    paragraph(`${number}\t${date}`, { style: 'Number' }),
  ];
  const body = [...head, ...blocks.map(pieceOf)].join('');
  const document = `${XML}<w:document ${W}><w:body>${body}${SECTION}</w:body></w:document>`;
  const part = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text) });
  const foot = [demo && '【演示】', title, number].filter(Boolean).map((words) => `${words}　`);
  return zipOf([...wordParts(escaped(foot.join(''))).map(([name, text]) => part(name, text)), part('word/document.xml', document)]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1247" w:left="1361" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

/** Control characters are no XML, in whatever form: they are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const runs = (text: string, bold = false): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((words) => `<w:t xml:space="preserve">${escaped(words)}</w:t>`)
        .join('<w:tab/>'),
    )
    .join('<w:br/>')
    .replace(/^/, `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}`)
    .concat('</w:r>');

function paragraph(text: string, { style = '', newPage = false, bold = false } = {}): string {
  const look = `${style && `<w:pStyle w:val="${style}"/>`}${newPage ? '<w:pageBreakBefore/>' : ''}`;
  return `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${text === '' ? '' : runs(text, bold)}</w:p>`;
}

function table(widths: readonly number[], rows: readonly (readonly string[])[], head?: readonly string[], firstBold = false): string {
  const cell = (text: string, width: number, bold: boolean): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(text, { style: 'Cell', bold })}</w:tc>`;
  const row = (cells: readonly string[], isHead: boolean): string =>
    `<w:tr>${isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : ''}${cells.map((text, i) => cell(text, widths[i] ?? 0, isHead || (firstBold && i === 0))).join('')}</w:tr>`;
  const edge = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  const gap = paragraph('', { style: 'Gap' });
  return `${gap}<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${head ? row(head, true) : ''}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>${gap}`;
}

/** Each label with a line to its right, up to the next label and the margin: blanks in words would break over two lines. */
function signLine(labels: readonly string[]): string {
  const stop = (_: string, i: number): string =>
    `<w:tab w:val="left" w:leader="underscore" w:pos="${Math.floor((TEXT_WIDTH * (i + 1)) / labels.length) - 1}"/>`;
  const look = `<w:pStyle w:val="Sign"/><w:tabs>${labels.map(stop).join('')}</w:tabs>`;
  return `<w:p><w:pPr>${look}</w:pPr>${runs(labels.map((label, i) => `${i > 0 ? '　' : ''}${label}：\t`).join(''))}</w:p>`;
}

function pieceOf(block: PaperBlock): string {
  switch (block.block) {
    case 'heading':
      return paragraph(block.text, { style: 'Heading1' });
    case 'text':
      return paragraph(block.text, { style: 'Body' });
    case 'part':
      return paragraph(block.title, { style: 'Part', newPage: true });
    case 'table':
      return table([NAME_WIDTH, TEXT_WIDTH - NAME_WIDTH], block.rows, undefined, true);
    case 'grid':
      return table(
        block.widths.map((percent) => Math.round((TEXT_WIDTH * percent) / 100)),
        block.rows,
        block.head,
      );
    case 'lines':
      return block.rows.map(({ time, who, text, note }) => paragraph([time, who, text, note].filter(Boolean).join('　'))).join('');
    case 'sign':
      return signLine(block.labels);
    case 'signature':
      // A drawn name belongs to the signed paper alone, and is on no file that somebody may change.
      return paragraph(`${block.label}：（见签名原件） ${block.at}`);
  }
}
