import { z } from 'zod';
import { DayString, Id, requiredText, text } from './basics';

/** Identity documents accepted at the desk (domain: identity 7.1). Names in rules/identity. */
export const DOCUMENT_TYPES = [
  'resident-id', // 居民身份证
  'resident-id-15', // 一代证（15 位，仅旧档案）
  'hmt-residence', // 港澳台居民居住证
  'foreign-permanent', // 外国人永久居留身份证
  'foreign-permanent-15', // 旧版 15 位
  'hm-permit', // 港澳居民来往内地通行证
  'tw-permit', // 台湾居民来往大陆通行证
  'passport', // 护照
  'military', // 军官证
  'temporary-id', // 临时身份证
  'household', // 户口簿（儿童，公民身份号码）
  'birth-certificate', // 出生医学证明
  'driving-licence', // 驾驶证
  'social-security', // 社会保障卡
  'electronic', // 电子证照截图
  'none', // 未带证件
  'anonymous', // 匿名（检举控告）
] as const;
export const DocumentType = z.enum(DOCUMENT_TYPES);
export type DocumentType = z.infer<typeof DocumentType>;

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** How far the document number could be trusted when it was entered. */
export const NumberTrust = z.enum([
  'check-digit', // computed check digit agrees
  'as-printed', // 「以证面为准」: check digit disagrees, a second look confirmed the document
  'pattern-only', // this type has no check digit we can compute
  'absent', // no document shown
]);
export type NumberTrust = z.infer<typeof NumberTrust>;

export const Guardian = z.object({
  name: requiredText(30, '监护人姓名'),
  docType: DocumentType,
  docNumber: text(30),
  /** As for the visitor: the printed number stands, the document was checked twice. */
  asPrinted: z.boolean().optional(),
  relation: requiredText(20, '与来访人的关系'),
  /** Under 14: the guardian was told how the child's data is used and agreed (PIPL 31). */
  consent: z.boolean(),
});
export type Guardian = z.infer<typeof Guardian>;

/** One visitor as typed at the desk. */
export const PersonEntry = z.object({
  docType: DocumentType,
  docNumber: text(30),
  /** The clerk looked twice and the printed number stands although its check digit disagrees. */
  asPrinted: z.boolean().default(false),
  /** Why no document was shown (`none`). */
  noDocumentReason: text(100).default(''),
  name: text(60),
  sex: Sex.optional(),
  birthDate: DayString.optional(),
  phone: text(20).default(''),
  address: text(120).default(''),
  guardian: Guardian.optional(),
  /** A minor who came alone is registered all the same; the reason is kept (条例 26 条四项, E12). */
  guardianAbsentReason: text(100).default(''),
});
export type PersonEntry = z.infer<typeof PersonEntry>;

/** A person as lists show them: never more than the mask allows. */
export const PersonView = z.object({
  id: Id,
  name: z.string(),
  docType: DocumentType,
  docMasked: z.string(),
  phoneMasked: z.string(),
  sex: Sex.optional(),
  birthDate: DayString.optional(),
  address: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;
