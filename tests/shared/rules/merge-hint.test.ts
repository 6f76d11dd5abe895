import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citizenNumberOf, compareGroups, compareRecords, type HintSide, oldFormOf } from '../../../shared/rules/merge-hint';
import { reasonSuffices } from '../../../shared/rules/merge-reason';
import { numberBorn, withWrongCheckDigit } from '../facts';

const BORN = '1962-03-05';
const NUMBER = numberBorn(BORN, '001');
const OTHER = numberBorn(BORN, '003');
const side = (more: Partial<HintSide> = {}): HintSide => ({
  docType: 'resident-id',
  docNumber: NUMBER,
  trust: 'check-digit',
  name: '李秀兰',
  phone: '13800138000',
  birthDate: BORN,
  sex: 'male',
  ...more,
});
const passport = (more: Partial<HintSide> = {}): HintSide =>
  side({ docType: 'passport', docNumber: 'E12345678', trust: 'pattern-only', birthDate: undefined, sex: undefined, ...more });
const old = oldFormOf(NUMBER) ?? '';

describe('may two records be one person', () => {
  it.each([
    ['same name and telephone', side(), passport(), ['phone'], []],
    ['the telephone typed with its country', side(), passport({ phone: '+86 138-0013-8000' }), ['phone'], []],
    ['same name and birthday', side(), passport({ phone: '', birthDate: BORN }), ['birthday'], []],
    ['a name with spaces and points is the same name', side({ name: '阿依·古丽' }), passport({ name: '阿依 古丽' }), ['phone'], []],
    ['a name alone is nothing', side(), passport({ phone: '' }), [], []],
    ['a telephone alone is nothing', side(), passport({ name: '王建国' }), [], ['names']],
    ['no name, no telephone: nothing', side({ name: '', phone: '' }), passport({ name: '', phone: '' }), [], []],
    [
      'the old number',
      side({ phone: '' }),
      side({ docType: 'driving-licence', docNumber: old, trust: 'pattern-only', phone: '' }),
      ['number', 'birthday'],
      [],
    ],
    [
      'one digit of the check mistyped',
      side({ phone: '' }),
      side({ docNumber: withWrongCheckDigit(NUMBER), trust: 'as-printed', phone: '' }),
      ['number', 'birthday'],
      [],
    ],
    ['same number, another name', side(), side({ name: '李秀蓝' }), ['number'], ['names']],
    ['two valid numbers, one name and birthday', side({ phone: '' }), side({ docNumber: OTHER, phone: '' }), ['birthday'], ['two-numbers']],
    [
      'the same with one that does not check',
      side({ phone: '' }),
      side({ docNumber: withWrongCheckDigit(OTHER), trust: 'as-printed', phone: '' }),
      ['birthday'],
      [],
    ],
    [
      'a family telephone, another birthday and sex',
      side(),
      passport({ birthDate: '1990-01-01', sex: 'female' }),
      ['phone'],
      ['birthdays', 'sexes'],
    ],
    ['who wished to stay unnamed', side(), side({ docType: 'anonymous', docNumber: '', trust: 'absent' }), [], []],
  ] as const)('%s', (_, a, b, why, warnings) => {
    expect(compareRecords(a, b)).toEqual({ why, warnings });
    expect(compareRecords(b, a)).toEqual({ why, warnings });
  });

  it('groups: one pair speaks for it, another against it', () => {
    expect(compareGroups([side(), passport()], [side({ docNumber: OTHER, phone: '' })])).toEqual({
      why: ['birthday'],
      warnings: ['two-numbers'],
    });
    expect(compareGroups([], [side()])).toEqual({ why: [], warnings: [] });
  });

  it('old and new form of a number are one number', () => {
    expect(citizenNumberOf({ docType: 'resident-id-15', docNumber: old })).toBe(NUMBER);
    expect(citizenNumberOf({ docType: 'social-security', docNumber: old })).toBe(NUMBER);
    expect(citizenNumberOf({ docType: 'social-security', docNumber: '999999999999999' })).toBeNull();
    expect(citizenNumberOf({ docType: 'passport', docNumber: 'E12345678' })).toBeNull();
    expect(oldFormOf(numberBorn('2001-01-01'))).toBeNull();
  });

  it('where something speaks against it a word is no reason', () => {
    const plain = { why: ['phone' as const], warnings: [] };
    expect(reasonSuffices(plain, '同一人')).toBe(true);
    expect(reasonSuffices(plain, ' ')).toBe(false);
    for (const doubtful of [
      { why: [], warnings: [] },
      { why: ['birthday' as const], warnings: ['two-numbers' as const] },
    ]) {
      expect(reasonSuffices(doubtful, '同一人')).toBe(false);
      expect(reasonSuffices(doubtful, '派出所证明为同一人')).toBe(true);
    }
  });

  it('never by the name only, whatever the rest, and the same from both sides', () => {
    const some = fc.record({
      docType: fc.constantFrom('resident-id' as const, 'passport' as const, 'none' as const, 'driving-licence' as const),
      docNumber: fc.constantFrom(NUMBER, OTHER, old, 'E12345678', ''),
      trust: fc.constantFrom('check-digit' as const, 'as-printed' as const, 'pattern-only' as const),
      name: fc.constantFrom('李秀兰', '王建国', ''),
      phone: fc.constantFrom('13800138000', '010-88886666', '110', ''),
      birthDate: fc.constantFrom(BORN, '1990-01-01', undefined),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const hint = compareRecords(a, b);
        expect(compareRecords(b, a)).toEqual(hint);
        expect(
          compareRecords(
            { ...a, docNumber: NUMBER, phone: '', birthDate: undefined },
            { ...b, docType: 'passport', docNumber: 'E1', phone: '', birthDate: undefined },
          ).why,
        ).toEqual([]);
        if (hint.why.includes('phone') || hint.why.includes('birthday')) expect(a.name).toBe(b.name);
      }),
    );
  });
});
