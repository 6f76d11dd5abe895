import type { DocumentType, Sex } from '../domain/person';
import { DOCUMENT_NAMES } from './document-names';
import { checkDocument, normalizeNumber } from './identity';
import { hasLostDigits, isNothing, isScientific, type LedgerCell, plainText, short } from './ledger-cells';
import { checkPhone } from './phone';
import { surnameOf } from './surnames';

export type Read<T> = { ok: true; value: T } | { ok: false; why: string };
const read = <T>(value: T): Read<T> => ({ ok: true, value });
const no = (why: string): { ok: false; why: string } => ({ ok: false, why });

const LONGEST_NAME = 60;
/** 「等12人」, 「共 5 名」, 「等人」: people's names hold 等 and 共, too. */
const MANY = /\s?(?:(?:等|共|等共|共计|等共计)?\s?(\d{1,4})\s?[余多]?[人名]|等(?:多人|若干人|人)?)$/u;

export interface LedgerName {
  name: string;
  anonymous: boolean;
  /** 「张三等12人」 tells how many came. */
  heads?: number;
  /** As it was written, where more stood there than one name. */
  written: string;
}

/** The first name of 「张三、李四等12人」; who else was written down stays readable with the visit. */
export function nameOf(cell: LedgerCell | undefined): Read<LedgerName> {
  const text = plainText(cell);
  if (isNothing(text)) return no('缺姓名');
  if (/^匿名/.test(text)) return read({ name: '', anonymous: true, written: '' });
  const many = MANY.exec(text)?.[1];
  const [first = ''] = firstOf(cell, text)
    .replace(MANY, '')
    .split(/[、,;/|]/u);
  // 「张　三」 is written with a space for the column's sake; a Latin name needs its own.
  const name = /[a-z]/i.test(first) ? first.trim() : first.replace(/\s/g, '');
  if (!/\p{L}/u.test(name)) return no(`姓名「${short(text)}」不是姓名`);
  if (/^(?:合计|总计|小计|共计|填表人?|制表人?|审核人?|负责人)(?:[::].*)?$/u.test(name)) return no('看起来是合计或签名行，没有来访人');
  if (name.length > LONGEST_NAME) return no(`姓名超过 ${LONGEST_NAME} 个字`);
  const written = name === text.replace(/\s/g, '') || name === text ? '' : text;
  return read({ name, anonymous: false, heads: many ? Number(many) : undefined, written });
}

/** Two names under one another in a cell, or beside one another with a space, are two people. */
function firstOf(cell: LedgerCell | undefined, text: string): string {
  const [line = text] = typeof cell === 'string' ? cell.split(/[\r\n]+/).flatMap((each) => plainText(each) || []) : [];
  const [, first = '', second] = /^(\p{Script=Han}{2,4}) (\p{Script=Han}{2,4})(?: |$)/u.exec(line) ?? [];
  // 「欧阳 明华」 is one person.
  return second && surnameOf(`${first}某`) !== first ? first : line;
}

export interface LedgerDocument {
  docType: DocumentType;
  docNumber: string;
  birthDate?: string;
  sex?: Sex;
}

const SAFE_DIGITS = 15;

/** @param day of the visit: ages and birth dates are judged on it */
export function documentOf(cell: LedgerCell | undefined, typeCell: LedgerCell | undefined, day: string): Read<LedgerDocument> {
  const text = plainText(cell);
  if (isNothing(text)) return read({ docType: 'none', docNumber: '' });
  if (hasLostDigits(cell)) return no(lost(text));
  const number = normalizeNumber(text.replace(/^['‘’`"]+/, ''));
  const named = typeNamed(plainText(typeCell));
  const docType = named === 'resident-id' && number.length === SAFE_DIGITS ? 'resident-id-15' : (named ?? typeOf(number));
  if (!docType) return no(`证件号码「${short(text)}」不是 18 位或 15 位身份证号，请核对或加一列「证件类型」`);
  const check = checkDocument(docType, number, day);
  if (!check.ok) return no(`证件号码不对：${check.message}`);
  return read({ docType, docNumber: check.normalized, birthDate: check.birthDate, sex: check.sex });
}

const lost = (text: string): string =>
  isScientific(text)
    ? `证件号码「${text}」是科学计数法，后几位已被表格软件改成 0，请在原表中把该列设为文本后重新填写`
    : '证件号码是数字格式，超过 15 位的后几位已被表格软件改成 0，请在原表中把该列设为文本后重新填写';

const TYPE_WORDS: readonly (readonly [RegExp, DocumentType])[] = [
  [/临时/, 'temporary-id'],
  [/港澳台居民居住证|居住证/, 'hmt-residence'],
  [/永久居留/, 'foreign-permanent'],
  [/港澳.*通行证|回乡证/, 'hm-permit'],
  [/台.*通行证|台胞证/, 'tw-permit'],
  [/护照/, 'passport'],
  [/军官|士官|军人|文职/, 'military'],
  [/户口/, 'household'],
  [/出生/, 'birth-certificate'],
  [/驾驶/, 'driving-licence'],
  [/社保|社会保障/, 'social-security'],
  [/身份证/, 'resident-id'],
];
const typeNamed = (text: string): DocumentType | undefined =>
  (Object.entries(DOCUMENT_NAMES).find(([, name]) => name === text)?.[0] as DocumentType | undefined) ??
  TYPE_WORDS.find(([word]) => word.test(text))?.[1];

/** What a number can only be, by its shape. */
function typeOf(number: string): DocumentType | undefined {
  if (/^\d{15}$/.test(number)) return 'resident-id-15';
  // Eighteen characters, or nearly: what is wrong with it is said as of a 公民身份号码.
  if (/^[1-9][0-9A-Z]{15,18}$/.test(number)) return 'resident-id';
  if (/^[HM]\d{8}(?:\d{2})?$/.test(number)) return 'hm-permit';
  if (/^(?:[EGDSP]\d{8}|E[A-Z]\d{7})$/.test(number)) return 'passport';
  return /字第/.test(number) ? 'military' : undefined;
}

export const sexOfCell = (cell: LedgerCell | undefined): Sex | undefined => {
  const text = plainText(cell);
  return /^(?:男|男性|m|1)$/iu.test(text) ? 'male' : /^(?:女|女性|f|2)$/iu.test(text) ? 'female' : undefined;
};

/** A telephone that cannot be one does not keep a visit out: it is kept as written. */
export function phoneOfCell(cell: LedgerCell | undefined): { phone: string; written: string } {
  const text = plainText(cell);
  if (isNothing(text)) return { phone: '', written: '' };
  const [first = ''] = text.split(/[、,;/|]|\s(?=1\d{10})/u);
  const check = checkPhone(first);
  return check.ok
    ? { phone: check.normalized, written: check.normalized === text || first === text ? '' : text }
    : { phone: '', written: text };
}

const MOST_HEADS = 9999;
export function headsOf(cell: LedgerCell | undefined, inName: number | undefined): Read<number> {
  const text = plainText(cell).replace(/\s?[人名个]+次?$/u, '');
  if (isNothing(text)) return read(inName ?? 1);
  const heads = Number(text);
  if (!Number.isInteger(heads) || heads < 1 || heads > MOST_HEADS) return no(`人数「${short(text)}」应为 1–${MOST_HEADS} 的整数`);
  return read(heads);
}
