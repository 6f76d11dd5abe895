import { describe, expect, it } from 'vitest';
import { fromKept, type KeptResult, NO_RESULT, toKept } from '../../renderer/interview/record/kept-result';
import { fieldsOf, withoutField } from '../../renderer/interview/record/result-errors';
import { contract } from '../../shared/contract';
import { TARGET_AT_MOST } from '../../shared/domain/disposal';
import { RESULT_RULES } from '../../shared/rules/disposal';

const target = { name: '人民法院', address: '为民路 1 号', phone: '', basis: '' };
const court: KeptResult = { result: 'judicial', more: { target, opinion: '建议起诉' }, targetId: 'other' };

describe('a result that is being written', () => {
  it('comes back as it was', () => expect(fromKept(toKept(court) ?? '')).toEqual(court));
  it('leaves no draft while nothing was typed', () => expect(toKept(NO_RESULT)).toBeNull());
  it.each(['', 'null', '{}', '{"result":"unheard-of","more":{}}', '{"result":"left","more":null}'])('is not read from %s', (stored) =>
    expect(fromKept(stored)).toBeNull(),
  );
});

describe('what is wrong with a result', () => {
  const rule = RESULT_RULES.judicial;
  it('has the name that the panel knows, whoever says it', () =>
    expect(fieldsOf({ 'disposal.target.phone': '最多 30 字', 'target.name': '请选择' })).toEqual({
      'target.phone': '最多 30 字',
      'target.name': '请选择',
    }));

  it.each<[string, Record<string, string>, KeptResult, string[]]>([
    ['beside its field is not said twice', { 'target.phone': '长', opinion: '长' }, court, []],
    ['of the points stands in their panel', { 'focus.demand': '请填写' }, court, []],
    [
      'of an authority before one is chosen',
      { 'target.name': '请选择', 'target.address': '请填写' },
      { ...court, targetId: '' },
      ['请填写'],
    ],
    ['of a field that no control shows', { 'namedPeople.20': '太多', answer: '长' }, court, ['太多', '长']],
    ['of who gave an opinion that is not there', { opinionBy: '请选择' }, { ...court, more: {} }, ['请选择']],
  ])('%s', (_, fields, kept, said) => expect(withoutField(fields, rule, kept, 0)).toEqual(said));

  it('of an answer without a basis stands beside its reason, until something is cited', () => {
    const kept: KeptResult = { ...NO_RESULT, result: 'answered' };
    expect(withoutField({ noBasisReason: '请引用' }, RESULT_RULES.answered, kept, 0)).toEqual([]);
    expect(withoutField({ noBasisReason: '请引用' }, RESULT_RULES.answered, kept, 1)).toEqual(['请引用']);
  });
});

it.each(Object.entries(TARGET_AT_MOST))('an authority takes as long a %s as its control does, and no longer', (name, most) => {
  const parse = (length: number) => {
    const disposal = { result: 'judicial', target: { ...target, [name]: '长'.repeat(length) } };
    const id = '01a2094d-399c-7032-b44b-083af8f11cfb';
    return contract['interview.end'].input.safeParse({ requestId: id, id, disposal }).success;
  };
  expect([parse(most), parse(most + 1)]).toEqual([true, false]);
});
