import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES, type DocumentType } from '../../../shared/domain/person';
import { checkDigit, checkDocument, convert15to18, DOCUMENT_NAMES, identityKey, normalizeNumber } from '../../../shared/rules/identity';
import { addDays } from '../../../shared/rules/time';
import { numberBorn, TODAY, withWrongCheckDigit } from '../facts';

const GOOD: [DocumentType, string, string, string][] = [
  ['resident-id', '34052419800101001X', '1980-01-01', 'male'],
  ['resident-id', '11010519491231002X', '1949-12-31', 'female'],
  ['temporary-id', '11010519491231002X', '1949-12-31', 'female'],
  ['household', '11010519491231002X', '1949-12-31', 'female'],
  ['hmt-residence', '810000199001010019', '1990-01-01', 'male'],
  ['hmt-residence', '820000197811300037', '1978-11-30', 'male'],
  ['hmt-residence', '830000198506150024', '1985-06-15', 'female'],
  ['foreign-permanent', '91115619860101001X', '1986-01-01', 'male'],
  ['foreign-permanent', '990000199001010017', '1990-01-01', 'male'],
];

describe('identity 7.2: numbers that stand', () => {
  it.each(GOOD)('%s %s', (type, number, birthDate, sex) => {
    expect(checkDocument(type, number, TODAY)).toMatchObject({ ok: true, normalized: number, trust: 'check-digit', birthDate, sex });
  });

  it.each(GOOD)('%s %s with another check digit does not, and may stand as printed', (type, number, birthDate) => {
    const wrong = withWrongCheckDigit(number);
    expect(checkDocument(type, wrong, TODAY)).toMatchObject({
      ok: false,
      canStand: true,
      birthDate,
      message: `第 18 位校验码应为 ${number[17]}，现为 ${wrong[17]}`,
    });
  });

  it('a residence permit shown as an identity card is taken, and pointed out', () => {
    expect(checkDocument('resident-id', '810000199001010019', TODAY)).toMatchObject({
      ok: true,
      note: expect.stringContaining('请核对证件类型'),
    });
  });

  it('15 digits become the standard’s own example', () => {
    expect(convert15to18('110105491231002')).toBe('11010519491231002X');
    expect(checkDocument('resident-id-15', '110105491231002', TODAY)).toMatchObject({
      ok: true,
      normalized: '110105491231002',
      trust: 'pattern-only',
      birthDate: '1949-12-31',
      sex: 'female',
      note: expect.stringContaining('无法核验校验位'),
    });
  });
});

describe('a refusal says which digit and which rule', () => {
  it.each<[DocumentType, string, string]>([
    ['resident-id', '110105194912310021', '第 18 位校验码应为 X，现为 1'],
    ['resident-id', '110105194902290021', '第 7–14 位出生日期 1949-02-29 不存在'],
    ['resident-id', '110105194913010021', '第 7–14 位出生日期 1949-13-01 不存在'],
    ['resident-id', '11O10519491231002X', '第 3 位不是数字：字母 O'],
    ['resident-id', '1101051949123l002X', '第 14 位不是数字：字母 L'],
    ['resident-id', '11010519491X31002X', '第 12 位不是数字：字母 X'],
    ['resident-id', '11010519491231002A', '第 18 位应为数字或 X：现为字母 A'],
    ['resident-id', '1101051949年231002X', '第 11 位不是数字：汉字「年」'],
    ['resident-id', '11010519491231002', '应为 18 位，现为 17 位'],
    ['resident-id', '1101051949123102X', '应为 18 位，现为 17 位'],
    ['resident-id', '11010519491231002X1', '应为 18 位，现为 19 位'],
    ['resident-id', '110105491231002', '应为 18 位，现为 15 位（旧证请选「一代身份证」）'],
    ['resident-id', '01010519491231002X', '第 1–2 位省级代码 01 不存在'],
    ['resident-id', '', '请填写证件号码'],
    ['hmt-residence', '11010519491231002X', '第 1–6 位应为 810000（香港）、820000（澳门）或 830000（台湾），现为 110105'],
    ['foreign-permanent', '11010519491231002X', '第 1 位应为 9，现为 1'],
    ['resident-id-15', '110105490229002', '第 7–12 位出生日期 1949-02-29 不存在'],
    ['hm-permit', 'A12345678', '第 1 位应为字母 H 或 M，现为字母 A'],
    ['hm-permit', 'H1234567', '应为 9 或 11 位，现为 8 位'],
    ['hm-permit', 'H12345O78', '第 7 位不是数字：字母 O'],
    ['tw-permit', '1234567', '应为 8 位，现为 7 位'],
    ['passport', 'E123', '应为 5–17 位，现为 4 位'],
    ['passport', 'EABCDE', '证件号码应含有数字'],
    ['passport', 'E1234567*', '第 9 位应为字母或数字，现为符号「*」'],
    ['birth-certificate', '1330123456', '第 1 位应为字母，现为数字 1'],
    ['foreign-permanent-15', 'US1110080010101', '第 3 位应为字母，现为数字 1'],
  ])('%s %s: %s', (type, number, message) => {
    expect(checkDocument(type, number, TODAY)).toMatchObject({ ok: false, message, canStand: message.includes('校验码') });
  });

  it('birth today is accepted, birth tomorrow is not', () => {
    expect(checkDocument('household', numberBorn(TODAY), TODAY)).toMatchObject({ ok: true, birthDate: TODAY });
    const tomorrow = addDays(TODAY, 1);
    expect(checkDocument('household', numberBorn(tomorrow), TODAY)).toMatchObject({
      ok: false,
      canStand: false,
      message: `第 7–14 位出生日期 ${tomorrow} 晚于今天（${TODAY}）`,
    });
  });
});

describe('identity 7.3: only the province of the address is looked at', () => {
  const KNOWN = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 90 99'.split(' ');
  it.each(Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')))('%s', (province) => {
    const known = KNOWN.includes(province) || province.startsWith('9');
    expect(checkDocument('resident-id', numberBorn('1980-01-01', '001', `${province}9999`), TODAY).ok).toBe(known);
  });
});

describe('numbers as they are typed', () => {
  it.each([
    ['34052419800101001x', '34052419800101001X'],
    ['３４０５２４１９８００１０１００１ｘ', '34052419800101001X'],
    [' 340524 19800101 001X ', '34052419800101001X'],
    ['340524-19800101-001x', '34052419800101001X'],
    ['340524－19800101—001Ｘ', '34052419800101001X'],
    ['\u200b34052419800101001X\ufeff', '34052419800101001X'],
    ['340524　19800101　001X', '34052419800101001X'],
  ])('%s', (typed, normalized) => {
    expect(normalizeNumber(typed)).toBe(normalized);
    expect(checkDocument('resident-id', typed, TODAY)).toMatchObject({ ok: true, normalized });
  });
});

describe('documents with a pattern only', () => {
  it.each<[DocumentType, string]>([
    ['hm-permit', 'H12345678'],
    ['hm-permit', 'm1234567890'],
    ['tw-permit', '12345678'],
    ['passport', 'E12345678'],
    ['military', '南字第01234567号'],
    ['birth-certificate', 'U330123456'],
    ['driving-licence', '330100123456'],
    ['social-security', 'A12345678'],
    ['electronic', '3301A0000123'],
    ['foreign-permanent-15', 'USA110080010101'],
  ])('%s %s is marked 无法核验校验位', (type, number) => {
    expect(checkDocument(type, number, TODAY)).toMatchObject({ ok: true, trust: 'pattern-only', note: '无法核验校验位' });
  });

  it('a driving licence that carries the 公民身份号码 tells the birth date', () => {
    expect(checkDocument('driving-licence', '11010519491231002X', TODAY)).toMatchObject({ trust: 'pattern-only', birthDate: '1949-12-31' });
  });

  it.each<DocumentType>(['none', 'anonymous'])('%s needs no number, and keeps none', (type) => {
    expect(checkDocument(type, '11010519491231002X', TODAY)).toEqual({ ok: true, normalized: '', trust: 'absent' });
  });

  it('every type has a name', () => {
    for (const type of DOCUMENT_TYPES) expect(DOCUMENT_NAMES[type]).not.toBe('');
  });
});

describe('identityKey: one person, one key', () => {
  const KEY = 'CN:11010519491231002X';
  it.each<[DocumentType, string]>([
    ['resident-id', '11010519491231002X'],
    ['temporary-id', '11010519491231002X'],
    ['household', '11010519491231002X'],
    ['resident-id-15', '110105491231002'],
    ['driving-licence', '11010519491231002X'],
    ['social-security', '11010519491231002X'],
  ])('%s %s', (type, number) => expect(identityKey(type, normalizeNumber(number))).toBe(KEY));

  it('other documents with equal numbers are different people', () => {
    expect(identityKey('passport', '12345678')).not.toBe(identityKey('tw-permit', '12345678'));
  });

  it('people without a document are never joined', () => {
    expect(identityKey('none', '')).toBe('');
    expect(identityKey('anonymous', '11010519491231002X')).toBe('');
    expect(identityKey('resident-id', '')).toBe('');
  });
});

describe('for any birth date and sequence', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const sequence = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));

  it('the number with its check digit stands and tells the birth date and sex', () => {
    fc.assert(
      fc.property(day, sequence, (birthDate, order) => {
        const check = checkDocument('resident-id', numberBorn(birthDate, order), TODAY);
        expect(check).toMatchObject({ ok: true, birthDate, sex: Number(order) % 2 === 1 ? 'male' : 'female' });
      }),
    );
  });

  it('one wrong digit, or two neighbours exchanged, never pass', () => {
    fc.assert(
      fc.property(day, sequence, fc.nat(16), fc.integer({ min: 1, max: 9 }), (birthDate, order, at, by) => {
        const number = numberBorn(birthDate, order);
        const digits = [...number];
        const changed = digits.map((d, i) => (i === at ? String((Number(d) + by) % 10) : d)).join('');
        expect(checkDocument('resident-id', changed, TODAY).ok).toBe(false);
        const [a = '', b = ''] = digits.slice(at, at + 2);
        const swapped = number.slice(0, at) + b + a + number.slice(at + 2);
        expect(checkDocument('resident-id', swapped, TODAY).ok).toBe(a === b);
      }),
    );
  });

  it('the check digit makes the weighted sum 1 modulo 11 (ISO 7064)', () => {
    const digits = fc.array(fc.nat(9), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(digits, (first17) => {
        const last = checkDigit(first17.join(''));
        const all = [...first17, last === 'X' ? 10 : Number(last)];
        const sum = all.reduce((total, d, i) => total + d * (2 ** (17 - i) % 11), 0);
        expect(sum % 11).toBe(1);
      }),
    );
  });

  it('whatever is typed gets an answer with a sentence, and normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_TYPES), fc.string({ unit: 'binary', maxLength: 40 }), (type, raw) => {
        const check = checkDocument(type, raw, TODAY);
        if (!check.ok) expect(check.message).not.toBe('');
        expect(normalizeNumber(normalizeNumber(raw))).toBe(normalizeNumber(raw));
        expect(typeof identityKey(type, check.normalized)).toBe('string');
      }),
    );
  });
});
