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
export type Judged = { ok: true; record: LedgerRecord } | { ok: false; reasons: string[] };

export interface LedgerContext {
  mapping: LedgerMapping;
  fields: FieldFinder;
  today: string;
  date1904: boolean;
  /** Cells right of the head: a separator in an unquoted text. */
  width: number;
}

const LONGEST = { address: 120, place: 120, number: 60, summary: 2000 };
const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

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
  const more: readonly (readonly [string, string])[] = [
    ['来访人', name.value.written],
    ['电话（原样）', phone.written],
    ['类别', field.known ? '' : word],
    ['办理结果', isNothing(result) ? '' : result],
    ['备注', isNothing(proseText(at('note'))) ? '' : proseText(at('note'))],
    ['旧台账编号', plain('number')],
  ];
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
    address: cut(isNothing(proseText(at('address'))) ? '' : proseText(at('address')), LONGEST.address),
    heads: heads.value,
    fieldCode: field.code,
    purpose: purposeOf(plain('purpose')),
    place: cut(plain('place'), LONGEST.place),
    matter: cut(matter, LONGEST.summary),
    summary: cut([matter, ...more.flatMap(([label, text]) => (text === '' ? [] : [`${label}：${text}`]))].join('\n'), LONGEST.summary),
    state: matterStateOf(result),
  };
  return { ok: true, record };
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
