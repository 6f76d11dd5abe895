import { describe, expect, it } from 'vitest';
import { fromDraft, newAttempt, toDraft } from '../../renderer/check-in/attempt';
import { documentMessage } from '../../renderer/check-in/document-message';
import { type CheckInForm, emptyForm, emptyPerson, isBlank, type PersonForm } from '../../renderer/check-in/form-values';
import { asksBirthDate, documentKey, factsOf } from '../../renderer/check-in/person-facts';
import { proposeMatter, repeatOf } from '../../renderer/check-in/propose-matter';
import { fieldFor } from '../../renderer/check-in/rules-resolver';
import { toRegistration } from '../../renderer/check-in/to-registration';
import type { MatterView } from '../../shared/domain/known-person';
import { Registration } from '../../shared/domain/visit';
import { defaultSettings } from '../../shared/rules/defaults';
import { checkRegistration } from '../../shared/rules/registration';

const TODAY = '2026-11-23';
const { rules } = defaultSettings();
const LI = '11010519491231002X';
const person = (more: Partial<PersonForm> = {}): PersonForm => ({ ...emptyPerson(), docNumber: LI, name: '李秀兰', ...more });
const form = (more: Partial<CheckInForm> = {}): CheckInForm => ({
  ...emptyForm('waiting', 'rest'),
  people: [person()],
  fieldCode: '04',
  summary: '反映退休待遇',
  noticeAcknowledged: true,
  ...more,
});

describe('the form as a registration', () => {
  it('of one visitor fits the schema and the rules', () => {
    const registration = toRegistration(form(), rules, TODAY);
    expect(Registration.safeParse(registration).success).toBe(true);
    expect(checkRegistration(registration, rules, TODAY)).toEqual({});
    expect(registration.people[0]).toMatchObject({ docNumber: LI, birthDate: '1949-12-31', sex: 'female' });
  });

  it('takes full-width and lower-case numbers as the rules write them', () => {
    const typed = form({ people: [person({ docNumber: '１１０１０５ 19491231 002x' })] });
    expect(toRegistration(typed, rules, TODAY).people[0]?.docNumber).toBe(LI);
  });

  it.each([
    [1, 'individual', 1, 0],
    [4, 'individual', 1, 3],
    [5, 'collective', 2, 3],
    [12, 'collective', 2, 10],
  ])('of %i heads is %s with %i by name and %i others', (heads, kind, named, others) => {
    const people = [person(), person({ docNumber: '34052419800101001X', name: '王建国' })];
    const registration = toRegistration(form({ heads, people }), rules, TODAY);
    expect(registration).toMatchObject({ kind, others });
    expect(registration.people).toHaveLength(named);
  });

  it('with an empty head count is refused beside that field and not beside another', () => {
    const sentences = checkRegistration(toRegistration(form({ heads: Number.NaN }), rules, TODAY), rules, TODAY);
    expect(Object.keys(sentences).map(fieldFor)).toEqual(['heads']);
  });

  it.each([
    ['the day before the 18th birthday', '2008-11-24', true],
    ['on the 18th birthday', '2008-11-23', false],
  ])('asks for a guardian: %s → %s', (_when, birthDate, asked) => {
    const entry = person({ docType: 'passport', docNumber: 'E12345678', birthDate });
    expect(factsOf(entry, TODAY).guardian).toBe(asked);
    expect(toRegistration(form({ people: [entry] }), rules, TODAY).people[0]?.guardian !== undefined).toBe(asked);
  });

  it('of a minor who came alone carries the reason and no guardian', () => {
    const entry = person({ docType: 'none', birthDate: '2015-01-01', guardianAbsent: true, guardianAbsentReason: '独自前来' });
    expect(toRegistration(form({ people: [entry] }), rules, TODAY).people[0]).toMatchObject({
      guardian: undefined,
      guardianAbsentReason: '独自前来',
    });
  });

  it('leaves out what belongs to a document type that was left', () => {
    const entry = person({ docType: 'none', noDocumentReason: '忘带' });
    expect(toRegistration(form({ people: [entry] }), rules, TODAY).people[0]).toMatchObject({ docNumber: '', noDocumentReason: '忘带' });
    const back = person({ docType: 'resident-id', noDocumentReason: '忘带' });
    expect(toRegistration(form({ people: [back] }), rules, TODAY).people[0]).toMatchObject({ docNumber: LI, noDocumentReason: '' });
  });

  it('says 「以证面为准」 only of a number that needs it', () => {
    expect(toRegistration(form({ people: [person({ asPrinted: true })] }), rules, TODAY).people[0]?.asPrinted).toBe(false);
    const wrong = person({ docNumber: '110105194912310021', asPrinted: true });
    expect(toRegistration(form({ people: [wrong] }), rules, TODAY).people[0]?.asPrinted).toBe(true);
  });
});

describe('the line below the document number', () => {
  const line = (entry: PersonForm, typing: boolean) => documentMessage(factsOf(entry, TODAY), entry.asPrinted, typing);
  it.each([
    ['stays quiet while the number is being typed', person({ docNumber: '1101051949' }), true, 'quiet'],
    ['is a mistake once the field is left', person({ docNumber: '1101051949' }), false, 'bad'],
    ['is a mistake at once when the last digit is wrong', person({ docNumber: '110105194912310021' }), true, 'bad'],
    ['warns where the printed number stands', person({ docNumber: '110105194912310021', asPrinted: true }), true, 'warn'],
    ['is good at the last digit', person(), true, 'good'],
  ])('%s', (_what, entry, typing, tone) => {
    expect(line(entry, typing)?.tone).toBe(tone);
  });
  it('tells birth date, age on the visit day and sex', () => {
    expect(line(person(), true)?.text).toBe('校验码正确 · 1949-12-31 · 76 岁 · 女');
  });
  it('says nothing of an empty field', () => {
    expect(line(person({ docNumber: '' }), false)).toBeNull();
  });
});

describe('a 核对', () => {
  it('outlives another way of writing the same number', () => {
    expect(documentKey(person({ docNumber: '11010519491231002x' }), TODAY)).toBe(documentKey(person(), TODAY));
  });
  it.each([
    ['another number', person({ docNumber: '34052419800101001X' })],
    ['another type', person({ docType: 'household' })],
    ['no document', person({ docType: 'none' })],
  ])('does not outlive %s', (_what, changed) => {
    expect(documentKey(changed, TODAY)).not.toBe(documentKey(person(), TODAY));
  });
});

describe('the birth date', () => {
  it.each([
    ['resident-id', false],
    ['passport', true],
    ['none', true],
    ['anonymous', false],
  ] as const)('is asked of %s: %s', (docType, asked) => {
    const entry = person({ docType, docNumber: docType === 'passport' ? 'E12345678' : LI });
    expect(asksBirthDate(entry, factsOf(entry, TODAY))).toBe(asked);
  });
});

const matter = (id: string, fieldCode: string, state: MatterView['state'], visits = 3): MatterView => ({
  id,
  title: '',
  fieldCode,
  state,
  visits,
  lastVisit: '2026-09-30',
  promises: [],
  finalDecision: '',
});

describe('the proposed matter', () => {
  it.each([
    ['the only unresolved one', [matter('a', '04', 'open'), matter('b', '05', 'closed')], '', 'a'],
    ['none of two', [matter('a', '04', 'open'), matter('b', '05', 'answered')], '', null],
    ['the one of two in the chosen field', [matter('a', '04', 'open'), matter('b', '05', 'answered')], '05', 'b'],
    ['none in another field', [matter('a', '04', 'open')], '05', null],
    ['none that is final', [matter('a', '04', 'final')], '', null],
  ])('is %s', (_what, matters, fieldCode, id) => {
    expect(proposeMatter(matters, fieldCode)?.id ?? null).toBe(id);
  });

  it.each([
    [undefined, { count: 1, repeated: false, marked: false }],
    [matter('a', '04', 'open', 2), { count: 3, repeated: true, marked: false }],
    [matter('a', '04', 'open', 3), { count: 4, repeated: true, marked: true }],
    [matter('a', '04', 'closed', 3), { count: 4, repeated: true, marked: false }],
  ])('marks the 4th visit of an unresolved matter', (chosen, repeat) => {
    expect(repeatOf(chosen, rules)).toEqual(repeat);
  });
});

describe('a draft', () => {
  it('brings back the form, the request id and an empty head count', () => {
    const attempt = newAttempt();
    const kept = fromDraft(toDraft(form({ heads: Number.NaN }), attempt), emptyForm('', ''));
    expect(kept?.attempt).toEqual(attempt);
    expect(kept?.form).toEqual(form({ heads: Number.NaN }));
  });
  it.each(['', '{', '{"v":2}', 'null', '{"v":1}'])('that cannot be read is none: %s', (text) => {
    expect(fromDraft(text, emptyForm('', ''))).toBeNull();
  });
  it('is worth keeping as soon as anything was typed', () => {
    expect(isBlank(emptyForm('waiting', 'rest'))).toBe(true);
    expect(isBlank({ ...emptyForm('waiting', 'rest'), summary: '反' })).toBe(false);
  });
});

describe('a sentence of the rules', () => {
  it.each([
    ['registration.people.0.name', 'people.0.name'],
    ['others', 'heads'],
    ['people', 'heads'],
    ['people.1.guardian', 'people.1.guardian.name'],
    ['people.1.guardian.docNumber', 'people.1.guardian.docNumber'],
    ['repeatOverride', 'repeatOverride.reason'],
  ])('about %s stands beside %s', (path, field) => {
    expect(fieldFor(path)).toBe(field);
  });
});
