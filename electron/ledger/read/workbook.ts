import type { FileHandle } from 'node:fs/promises';
import { Unreadable } from '../../files/unreadable';
import { attribute, readXml } from '../../files/xml';
import { listParts, unpack, type ZipPart } from '../../files/zip';
import type { Book } from './book';
import { type OnRows, PART_BYTES, SHEET_BYTES } from './limits';
import { readSharedStrings, readSheet } from './sheet';

interface SheetPlace {
  name: string;
  path: string;
}

/** An .xlsx workbook, read part by part; formulas give the value they had when it was saved. */
export async function openWorkbook(file: FileHandle, size: number, onRows: OnRows): Promise<Book> {
  const parts = new Map((await listParts(file, size)).map((part) => [part.name, part]));
  const partAt = (path: string): ZipPart | undefined => parts.get(path) ?? parts.get(path.replace(/^\//, ''));
  const workbook = partAt('xl/workbook.xml');
  if (!workbook) throw new Unreadable('这不是 .xlsx 工作簿，没有导入。请在表格软件中另存为 .xlsx 或 .csv。');
  const targets = await relations(file, partAt('xl/_rels/workbook.xml.rels'));
  const { sheets, date1904 } = await sheetsOf(file, workbook, targets.byId);
  let strings: string[] | null = null;
  return {
    sheets: sheets.map(({ name }) => ({ name })),
    read: async (index) => {
      const part = partAt(sheets[index]?.path ?? '');
      if (!part) throw new Unreadable('工作簿里没有这张表，没有导入。请另存一份再选。');
      const shared = partAt(targets.sharedStrings ?? 'xl/sharedStrings.xml');
      strings ??= shared ? await readSharedStrings(unpack(file, shared, PART_BYTES)) : [];
      return { rows: await readSheet(unpack(file, part, SHEET_BYTES), strings, onRows), date1904, separated: false };
    },
    close: () => file.close(),
  };
}

async function relations(file: FileHandle, part: ZipPart | undefined): Promise<{ byId: Map<string, string>; sharedStrings?: string }> {
  const byId = new Map<string, string>();
  let sharedStrings: string | undefined;
  if (!part) return { byId };
  await readXml(unpack(file, part, PART_BYTES), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      byId.set(attribute(attributes, 'Id') ?? '', path);
      if (attribute(attributes, 'Type')?.endsWith('/sharedStrings')) sharedStrings = path;
    },
  });
  return { byId, sharedStrings };
}

async function sheetsOf(
  file: FileHandle,
  part: ZipPart,
  targets: ReadonlyMap<string, string>,
): Promise<{ sheets: SheetPlace[]; date1904: boolean }> {
  const sheets: SheetPlace[] = [];
  let date1904 = false;
  await readXml(unpack(file, part, PART_BYTES), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const number = sheets.length + 1;
      sheets.push({
        name: attribute(attributes, 'name') ?? `表 ${number}`,
        path: targets.get(attribute(attributes, 'id') ?? '') ?? `xl/worksheets/sheet${number}.xml`,
      });
    },
  });
  return { sheets, date1904 };
}
