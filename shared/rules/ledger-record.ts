import type { MatterState } from '../domain/known-person';
import type { DocumentType, Sex } from '../domain/person';
import type { Purpose } from '../domain/visit';
import { identityKey } from './identity';
import { dateOf, isNothing, type LedgerCell, plainText, proseText } from './ledger-cells';
import { fieldOfHead, type LedgerField, type LedgerMapping } from './ledger-columns';
import { type FieldFinder, matterStateOf, purposeOf } from './ledger-matter';
import { documentOf, headsOf, nameOf, phoneOfCell, sexOfCell } from './ledger-person';

/** One line of the old ledger as it becomes a visit. */
export interface LedgerRecord {
  /** As the spreadsheet numbers it, from 1. */
  line: number;
  /** The ledger's own number of the visit; often there is none. */
  number: string;
  date: string;
  /** `HH:mm`, empty where the ledger has none. */
  time: string;
  name: string;
  docType: DocumentType;
  docNumber: string;
  sex?: Sex;
  phone: string;
  address: string;
  heads: number;
  fieldCode: string;
  purpose: Purpose;
  place: string;
  /** What it was about, alone: by it two visits are in the same matter. */
  matter: string;
  /** The matter, and below it whatever else the line says and no field takes. */
  summary: string;
  state: MatterState;
}
/** `lost`: characters of the line that no field takes, and that it therefore does not keep. */
export type Judged = { ok: true; record: LedgerRecord; lost: number } | { ok: false; reasons: string[] };

export interface LedgerContext {
  mapping: LedgerMapping;
  fields: FieldFinder;
  today: string;
  date1904: boolean;
  /** Cells right of the head: a separator in an unquoted text. */
  width: number;
}

const LONGEST = { address: 120, place: 120, number: 60, summary: 2000 };
/** Half a character is none. */
const cut = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/**
 * One text of all: what was asked, and below it what came of it and whatever no field takes. Where it is too long the
 * matter gives way, for the result and the remarks are short and stand at the end; that it did stands in the text.
 */
export function summaryOf(matter: string, more: readonly string[]): { summary: string; lost: number } {
  const tail = more.map((line) => `\n${line}`).join('');
  const whole = matter + tail;
  if (whole.length <= LONGEST.summary) return { summary: whole, lost: 0 };
  const note = `（旧台账原文共 ${whole.length} 字，导入时缩短）`;
  const room = LONGEST.summary - tail.length - note.length;
  const kept = room >= LEAST_OF_MATTER ? cut(matter, room) + note + tail : cut(matter, LEAST_OF_MATTER) + note + tail;
  const summary = cut(kept, LONGEST.summary);
  return { summary, lost: whole.length - (summary.length - note.length - 1) };
}
/** Of the matter, whatever stands behind it. */
const LEAST_OF_MATTER = 500;

export function judgeLine(line: number, cells: readonly LedgerCell[], context: LedgerContext): Judged {
  const at = (field: LedgerField): LedgerCell | undefined => {
    const column = context.mapping[field];
    return column === undefined ? undefined : cells[column];
  };
  const plain = (field: LedgerField): string => {
    const text = plainText(at(field));
    return isNothing(text) ? '' : text;
  };
  if (isHeadAgain(context.mapping, cells)) return { ok: false, reasons: ['重复的表头'] };
  const name = nameOf(at('name'));
  const date = dateOf(at('date'), context.today, context.date1904);
  const document = documentOf(at('docNumber'), at('docType'), date.ok ? date.day : context.today);
  const heads = headsOf(at('heads'), name.ok ? name.value.heads : undefined);
  const matter = proseText(at('summary'));
  const reasons = [name, date, document, heads].flatMap((each) => (each.ok ? [] : [each.why]));
  if (isNothing(matter)) reasons.push('缺来访事由');
  const extra = cells.slice(context.width).filter((cell) => plainText(cell) !== '').length;
  if (extra > 0) reasons.push(`比表头多出 ${extra} 格内容，可能有一格里含有没加引号的分隔符`);
  if (!name.ok || !date.ok || !document.ok || !heads.ok || reasons.length > 0) return { ok: false, reasons };

  const phone = phoneOfCell(at('phone'));
  const word = plain('field');
  const field = context.fields.find(word);
  const result = proseText(at('result'));
  const { docType, docNumber, sex } = document.value;
  const address = isNothing(proseText(at('address'))) ? '' : proseText(at('address'));
  const place = plain('place');
  const more: readonly (readonly [string, string])[] = [
    ['来访人', name.value.written],
    ['电话（原样）', phone.written],
    ['类别', field.known ? '' : word],
    // What is too long for its field stands here, whole.
    ['住址（原样）', address.length > LONGEST.address ? address : ''],
    ['问题属地（原样）', place.length > LONGEST.place ? place : ''],
    ['办理结果', isNothing(result) ? '' : result],
    ['备注', isNothing(proseText(at('note'))) ? '' : proseText(at('note'))],
    ['旧台账编号', plain('number')],
  ];
  const { summary, lost } = summaryOf(
    matter,
    more.flatMap(([label, text]) => (text === '' ? [] : [`${label}：${text}`])),
  );
  const record: LedgerRecord = {
    line,
    number: cut(plain('number'), LONGEST.number),
    date: date.day,
    time: date.time,
    name: name.value.name,
    docType: name.value.anonymous ? 'anonymous' : docType,
    docNumber: name.value.anonymous ? '' : docNumber,
    sex: sex ?? sexOfCell(at('sex')),
    phone: phone.phone,
    address: cut(address, LONGEST.address),
    heads: heads.value,
    fieldCode: field.code,
    purpose: purposeOf(plain('purpose')),
    place: cut(place, LONGEST.place),
    matter: cut(matter, LONGEST.summary),
    summary,
    state: matterStateOf(result),
  };
  return { ok: true, record, lost };
}

/** Printed ledgers repeat their head on every page. */
function isHeadAgain(mapping: LedgerMapping, cells: readonly LedgerCell[]): boolean {
  const { name, date } = mapping;
  const isHead = (column: number | undefined, field: LedgerField): boolean =>
    column !== undefined && fieldOfHead(plainText(cells[column])) === field;
  return isHead(name, 'name') && isHead(date, 'date');
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const personOf = ({ docType, docNumber, name, phone }: LedgerRecord): string => identityKey(docType, docNumber) || `${name}/${phone}`;

/** Two visits with the same text are in one matter, if one person made them. */
export const matterText = (record: LedgerRecord): string => squeezed(record.matter);
/** What a second import knows a line by. Only its keyed hash is stored. */
export const ledgerKey = (record: LedgerRecord): string =>
  [squeezed(record.number), record.date, record.time, personOf(record), matterText(record)].join('|');

/** Oldest first: visits in one matter are counted in their order, whatever the order of the lines. */
export const byDate = (a: LedgerRecord, b: LedgerRecord): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.time < b.time ? -1 : a.time > b.time ? 1 : a.line - b.line;
