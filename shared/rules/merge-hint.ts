/**
 * When two records may be one person, and why: same number in its old and new form, same name with the same telephone
 * or birthday. Never a name alone. What speaks against it is said beside, for two people may share name and birthday.
 */
import type { DocumentType, NumberTrust, Sex } from '../domain/person';
import { checkDigit, convert15to18 } from './check-digit';
import { checkCitizenNumber } from './citizen-number';
import { identityKey, normalizeNumber } from './identity';
import { HINT_WARNINGS, HINT_WHYS, type HintWarning, type HintWhy, type MergeHint } from './merge-reason';
import { plainName } from './name-reading';
import { phoneDigits, withoutCountry } from './search-text';

/** What of a record is compared. */
export interface HintSide {
  docType: DocumentType;
  docNumber: string;
  trust: NumberTrust;
  name: string;
  phone: string;
  birthDate?: string;
  sex?: Sex;
}
const SHORTEST_PHONE = 7;
/** No day bounds who a number belongs to. */
const ANY_DAY = '9999-12-31';
/** Documents that may still carry the old 15 digits; the old identity card itself is known by identityKey. */
const MAY_CARRY_OLD: readonly DocumentType[] = ['driving-licence', 'social-security', 'electronic', 'household', 'temporary-id'];

/** The 18 digits of a citizen's number on whatever document, the old 15 brought to them; null for another number. */
export function citizenNumberOf({ docType, docNumber }: Pick<HintSide, 'docType' | 'docNumber'>): string | null {
  const number = normalizeNumber(docNumber);
  if (/^\d{15}$/.test(number) && MAY_CARRY_OLD.includes(docType)) {
    const long = convert15to18(number);
    return checkCitizenNumber('resident-id-15', long, ANY_DAY).ok ? long : null;
  }
  const key = identityKey(docType, number);
  return /^CN:\d{17}[\dX]$/.test(key) ? key.slice(3) : null;
}

/** The form with 15 digits that the same person may have had. */
export const oldFormOf = (citizen: string): string | null =>
  citizen.slice(6, 8) === '19' ? citizen.slice(0, 6) + citizen.slice(8, 17) : null;

/** Up to its check digit, which a slip of the finger or an old card does not change. */
const core = (side: HintSide): string | null => citizenNumberOf(side)?.slice(0, 17) ?? null;

function validCitizen(side: HintSide): string | null {
  const number = citizenNumberOf(side);
  return number && side.trust !== 'as-printed' && checkDigit(number.slice(0, 17)) === number[17] ? number : null;
}

const isSameNumber = (a: HintSide, b: HintSide): boolean => {
  const key = identityKey(a.docType, normalizeNumber(a.docNumber));
  if (key !== '' && key === identityKey(b.docType, normalizeNumber(b.docNumber))) return true;
  const own = core(a);
  return own !== null && own === core(b);
};
const isSameName = (a: HintSide, b: HintSide): boolean => plainName(a.name) !== '' && plainName(a.name) === plainName(b.name);
function isSamePhone(a: HintSide, b: HintSide): boolean {
  const own = withoutCountry(phoneDigits(a.phone));
  return own.length >= SHORTEST_PHONE && own === withoutCountry(phoneDigits(b.phone));
}
const differ = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/** Two records, looked at alone. Whoever wished to stay unnamed is compared with nobody. */
export function compareRecords(a: HintSide, b: HintSide): MergeHint {
  if (a.docType === 'anonymous' || b.docType === 'anonymous') return { why: [], warnings: [] };
  const sameName = isSameName(a, b);
  const why: [HintWhy, boolean][] = [
    ['number', isSameNumber(a, b)],
    ['phone', sameName && isSamePhone(a, b)],
    ['birthday', sameName && a.birthDate !== undefined && a.birthDate === b.birthDate],
  ];
  const [own, other] = [validCitizen(a), validCitizen(b)];
  const warnings: [HintWarning, boolean][] = [
    ['two-numbers', own !== null && other !== null && own !== other],
    ['names', a.name !== '' && b.name !== '' && !sameName],
    ['birthdays', differ(a.birthDate, b.birthDate)],
    ['sexes', differ(a.sex, b.sex)],
  ];
  return { why: said(why), warnings: said(warnings) };
}

const said = <T>(pairs: readonly [T, boolean][]): T[] => pairs.filter(([, holds]) => holds).map(([word]) => word);

/** Two groups: what speaks for it between any two records, and what speaks against it. */
export function compareGroups(own: readonly HintSide[], other: readonly HintSide[]): MergeHint {
  const pairs = own.flatMap((a) => other.map((b) => compareRecords(a, b)));
  return {
    why: HINT_WHYS.filter((why) => pairs.some((pair) => pair.why.includes(why))),
    warnings: HINT_WARNINGS.filter((warning) => pairs.some((pair) => pair.warnings.includes(warning))),
  };
}
