import type { Guardian, PersonEntry, Sex } from '../domain/person';
import { ageOn, needsConsent, needsGuardian } from './age';
import { checkDocument, identityKey, showsDocument } from './identity';
import { checkPhone } from './phone';
import { isRealDay } from './time';

type Problems = Record<string, string>;

/** What the number tells goes before what was typed: a birth date left over from another number must not decide. */
export const birthDateOf = (entry: PersonEntry, today: string): string | undefined =>
  checkDocument(entry.docType, entry.docNumber, today).birthDate ?? entry.birthDate;
export const sexOf = (entry: PersonEntry, today: string): Sex | undefined =>
  checkDocument(entry.docType, entry.docNumber, today).sex ?? entry.sex;

/** One visitor's entry; paths are relative to it. */
export function checkPerson(entry: PersonEntry, today: string): Problems {
  const problems: Problems = {};
  const document = checkDocument(entry.docType, entry.docNumber, today);
  if (!document.ok && !(document.canStand && entry.asPrinted)) problems.docNumber = document.message;
  if (entry.docType === 'none' && entry.noDocumentReason.trim() === '') problems.noDocumentReason = '请填写未带证件的原因';
  if (entry.name.trim() === '' && entry.docType !== 'anonymous') problems.name = '请填写姓名';
  const phone = checkPhone(entry.phone);
  if (!phone.ok) problems.phone = phone.message;
  const birthDate = birthDateOf(entry, today);
  if (birthDate === undefined) return problems;
  const birth = wrongBirth(birthDate, today);
  if (birth) return { ...problems, birthDate: birth };
  if (needsGuardian(birthDate, today)) Object.assign(problems, checkMinor(entry, birthDate, today));
  return problems;
}

function wrongBirth(birthDate: string, today: string): string | null {
  if (!isRealDay(birthDate)) return `出生日期 ${birthDate} 不存在`;
  return birthDate > today ? `出生日期 ${birthDate} 晚于今天` : null;
}

/** plan S44: a guardian, or the reason why a minor came alone: they are registered all the same. */
function checkMinor(entry: PersonEntry, birthDate: string, today: string): Problems {
  const { guardian } = entry;
  if (!guardian) {
    if (entry.guardianAbsentReason.trim() !== '') return {};
    const age = ageOn(birthDate, today);
    return { guardian: `来访人 ${age} 岁，未满 18 岁，请登记监护人；监护人不在场的，请填写原因` };
  }
  const problems = checkGuardian(guardian, entry, today);
  if (needsConsent(birthDate, today) && !guardian.consent) {
    problems['guardian.consent'] = '来访人未满 14 岁，请向监护人说明个人信息的用途并取得同意';
  }
  return problems;
}

function checkGuardian(guardian: Guardian, entry: PersonEntry, today: string): Problems {
  const problems: Problems = {};
  if (guardian.name.trim() === '') problems['guardian.name'] = '请填写监护人姓名';
  if (guardian.relation.trim() === '') problems['guardian.relation'] = '请填写与来访人的关系';
  if (guardian.docType === 'anonymous') return { ...problems, 'guardian.docType': '监护人不能匿名' };
  const document = checkDocument(guardian.docType, guardian.docNumber, today);
  if (!document.ok && !(document.canStand && guardian.asPrinted)) problems['guardian.docNumber'] = document.message;
  else if (showsDocument(guardian.docType) && identityKey(guardian.docType, document.normalized) === keyOf(entry, today)) {
    problems['guardian.docNumber'] = '监护人的证件号码与来访人相同';
  } else if (document.birthDate !== undefined && needsGuardian(document.birthDate, today)) {
    problems['guardian.docNumber'] = `监护人未满 18 岁（${document.birthDate} 出生）`;
  }
  return problems;
}

/** identityKey of an entry as typed; empty where no document was shown. */
export const keyOf = (entry: Pick<PersonEntry, 'docType' | 'docNumber'>, today: string): string =>
  identityKey(entry.docType, checkDocument(entry.docType, entry.docNumber, today).normalized);
