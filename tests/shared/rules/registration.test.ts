import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/rules/defaults';
import { birthDateOf, checkRegistration, isPriority, kindFor, proposedNeeds } from '../../../shared/rules/registration';
import { collective, numberBorn, person, RULES, registration, TODAY, withWrongCheckDigit } from '../facts';

const check = (reg: ReturnType<typeof registration>, rules = RULES) => checkRegistration(reg, rules, TODAY);
const first = (more: Parameters<typeof person>[0]) => check(registration({ people: [person(more)] }));

describe('an individual visit', () => {
  it('with a good number, name, field and summary is fine', () => expect(check(registration())).toEqual({}));

  it.each([
    ['name', { name: '  ' }, 'people.0.name', '请填写姓名'],
    ['number', { docNumber: '110105194912310021' }, 'people.0.docNumber', '第 18 位校验码应为 X，现为 1'],
    ['phone', { phone: '1381234567' }, 'people.0.phone', '手机号应为 11 位，现为 10 位'],
    ['reason without document', { docType: 'none' as const, docNumber: '' }, 'people.0.noDocumentReason', '请填写未带证件的原因'],
    [
      'birth date',
      { docType: 'passport' as const, docNumber: 'E12345678', birthDate: '1990-02-30' },
      'people.0.birthDate',
      '出生日期 1990-02-30 不存在',
    ],
    [
      'future birth',
      { docType: 'passport' as const, docNumber: 'E12345678', birthDate: '2026-11-24' },
      'people.0.birthDate',
      '出生日期 2026-11-24 晚于今天',
    ],
  ])('says what is wrong with the %s', (_what, more, path, sentence) => expect(first(more)).toEqual({ [path]: sentence }));

  it.each([
    ['summary', registration({ summary: ' ' }), 'summary'],
    ['field', registration({ fieldCode: '' }), 'fieldCode'],
    ['notice', registration({ noticeAcknowledged: false }), 'noticeAcknowledged'],
    ['reason of a correction', registration({ repeatOverride: { repeated: true, reason: '' } }), 'repeatOverride.reason'],
  ])('needs the %s', (_what, reg, path) => expect(Object.keys(check(reg))).toEqual([path]));

  it('without papers is registered with a reason', () => {
    expect(first({ docType: 'none', docNumber: '', noDocumentReason: '证件遗失，正在补办' })).toEqual({});
  });

  it('「以证面为准」 stands for a wrong check digit and for nothing else', () => {
    expect(first({ docNumber: withWrongCheckDigit('11010519491231002X'), asPrinted: true })).toEqual({});
    expect(first({ docNumber: '110105194902290021', asPrinted: true })).toHaveProperty('people.0.docNumber');
  });

  it('two to four heads are one visitor and those who came along', () => {
    expect(check(registration({ heads: 4, others: 3 }))).toEqual({});
    expect(
      check(registration({ heads: 3, others: 1, people: [person(), person({ docNumber: numberBorn('1960-05-05') })] })),
    ).toHaveProperty('people');
  });
});

describe('an anonymous visitor', () => {
  const anonymous = { docType: 'anonymous' as const, docNumber: '', name: '', phone: '' };
  it('may accuse', () => expect(check(registration({ purpose: 'accusation', people: [person(anonymous)] }))).toEqual({}));
  it('may not do anything else', () => expect(check(registration({ people: [person(anonymous)] }))).toHaveProperty(['people.0.docType']));
  it('does not represent others', () => {
    const reg = collective(2, 6, { purpose: 'accusation' });
    reg.people[1] = person(anonymous);
    expect(Object.keys(check(reg))).toEqual(['people.1.docType']);
  });
});

describe('a minor', () => {
  const guardian = {
    name: '李建国',
    docType: 'resident-id' as const,
    docNumber: numberBorn('1980-01-01'),
    relation: '父亲',
    consent: false,
  };
  const minor = { docType: 'household' as const, docNumber: numberBorn('2008-11-24') };

  it.each([
    ['17 years and 364 days', '2008-11-24', true],
    ['the 18th birthday', '2008-11-23', false],
  ])('%s', (_age, born, needed) => {
    expect(Object.keys(first({ docNumber: numberBorn(born) }))).toEqual(needed ? ['people.0.guardian'] : []);
  });

  it('comes with a guardian, with name, document and relation', () => {
    expect(first({ ...minor, guardian })).toEqual({});
    expect(Object.keys(first({ ...minor, guardian: { ...guardian, name: '', relation: '', docNumber: '123' } }))).toEqual([
      'people.0.guardian.name',
      'people.0.guardian.relation',
      'people.0.guardian.docNumber',
    ]);
  });

  it('who came alone is registered all the same, with the reason', () =>
    expect(first({ ...minor, guardianAbsentReason: '独自来访，已联系监护人' })).toEqual({}));

  it.each([
    ['13 years and 364 days', '2012-11-24', true],
    ['the 14th birthday', '2012-11-23', false],
  ])('%s: the guardian’s consent', (_age, born, needed) => {
    const child = { ...minor, docNumber: numberBorn(born), guardian };
    expect(Object.keys(first(child))).toEqual(needed ? ['people.0.guardian.consent'] : []);
    expect(first({ ...child, guardian: { ...guardian, consent: true } })).toEqual({});
  });

  it('is not their own guardian, nor another minor’s', () => {
    expect(first({ ...minor, guardian: { ...guardian, docNumber: minor.docNumber } })).toEqual({
      'people.0.guardian.docNumber': '监护人的证件号码与来访人相同',
    });
    expect(first({ ...minor, guardian: { ...guardian, docNumber: numberBorn('2009-01-01') } })).toEqual({
      'people.0.guardian.docNumber': '监护人未满 18 岁（2009-01-01 出生）',
    });
  });

  it('whose guardian’s printed number stands is not sent home', () => {
    const docNumber = withWrongCheckDigit(guardian.docNumber);
    expect(first({ ...minor, guardian: { ...guardian, docNumber } })).toHaveProperty(['people.0.guardian.docNumber']);
    expect(first({ ...minor, guardian: { ...guardian, docNumber, asPrinted: true } })).toEqual({});
  });

  it('is known by the number, not by a birth date left over from another', () => {
    expect(birthDateOf(person({ ...minor, birthDate: '1970-01-01' }), TODAY)).toBe('2008-11-24');
    expect(first({ ...minor, birthDate: '1970-01-01' })).toHaveProperty(['people.0.guardian']);
  });

  it('without papers is known by the birth date told', () => {
    const alone = { docType: 'none' as const, docNumber: '', noDocumentReason: '未带', birthDate: '2015-01-01' };
    expect(first(alone)).toHaveProperty(['people.0.guardian']);
  });
});

describe('a collective visit', () => {
  it.each([
    [4, 'individual'],
    [5, 'collective'],
    [12, 'collective'],
  ] as const)('%i heads: %s', (heads, kind) => expect(kindFor(heads, RULES)).toBe(kind));

  it('of 12 with 5 representatives is fine', () => expect(check(collective(5, 12))).toEqual({}));
  it('the sixth representative is refused', () => {
    expect(check(collective(6, 12))).toEqual({ people: '代表不超过 5 人，现为 6 人，请把其余的人计入其他人员' });
  });
  it('where the unit allows three (浙江), the fourth is refused', () => {
    const rules = { ...RULES, representativeCap: 3 };
    expect(check(collective(3, 10), rules)).toEqual({});
    expect(check(collective(4, 10), rules)).toHaveProperty('people');
  });

  it.each([
    [5, 6, 12],
    [5, 8, 12],
  ])('%i representatives + %i others ≠ %i: refused', (representatives, others, heads) => {
    expect(check(collective(representatives, heads, { others }))).toEqual({
      heads: `代表 ${representatives} 人加其他人员 ${others} 人应等于来访人数，现为 ${heads} 人`,
    });
  });

  it('the kind follows from the heads', () => {
    expect(check(collective(1, 5, { kind: 'individual' }))).toHaveProperty('kind');
    expect(check(collective(1, 4))).toHaveProperty('kind');
  });

  it('nobody represents twice, by whichever document', () => {
    const reg = collective(2, 6);
    reg.people = [person({ docNumber: '11010519491231002X' }), person({ docType: 'resident-id-15', docNumber: '110105491231002' })];
    expect(check(reg)).toEqual({ 'people.1.docNumber': '与第 1 名代表的证件号码相同' });
  });

  it('two without papers are not taken for one', () => {
    const reg = collective(2, 6);
    reg.people = [1, 2].map(() => person({ docType: 'none', docNumber: '', noDocumentReason: '未带' }));
    expect(check(reg)).toEqual({});
  });

  it('each representative’s own problem stands beside them', () => {
    const reg = collective(3, 6);
    reg.people[2] = person({ docNumber: '110105194912310021' });
    expect(Object.keys(check(reg))).toEqual(['people.2.docNumber']);
  });

  it('any heads: all is well exactly when the sum is right and the cap is kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(30), fc.integer({ min: 5, max: 40 }), (representatives, others, heads) => {
        const well = representatives <= 5 && representatives + others === heads;
        expect(Object.keys(check(collective(representatives, heads, { others }))).length === 0).toBe(well);
      }),
    );
  });
});

describe('heads', () => {
  it.each([0, -1, 1.5, 10000, Number.NaN])('%d are refused', (heads) => expect(check(registration({ heads }))).toHaveProperty('heads'));
});

describe('with the hall’s lists at hand', () => {
  const { hall, fields } = defaultSettings();
  const listed = (more: Parameters<typeof registration>[0]) => checkRegistration(registration(more), RULES, TODAY, { hall, fields });
  it('known codes and areas are fine', () => expect(listed({ fieldCode: '0401', areaId: 'waiting' })).toEqual({}));
  it('unknown ones are not', () =>
    expect(Object.keys(listed({ fieldCode: '9901', areaId: 'roof' })).sort()).toEqual(['areaId', 'fieldCode']));
  it('the others of a collective visit have an area', () => {
    expect(checkRegistration(collective(2, 8, { othersAreaId: '' }), RULES, TODAY, { hall })).toHaveProperty('othersAreaId');
  });
});

describe('special needs', () => {
  it('any of them means priority', () => {
    expect(isPriority([])).toBe(false);
    expect(isPriority(['infant'])).toBe(true);
  });
  it.each([
    ['1966-11-24', []],
    ['1966-11-23', ['elder']],
    [undefined, []],
  ])('born %s: proposed %j', (birthDate, needs) => expect(proposedNeeds(birthDate, TODAY, RULES)).toEqual(needs));
});
