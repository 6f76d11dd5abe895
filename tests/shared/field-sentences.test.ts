import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract';
import { fieldSentence } from '../../shared/field-sentences';

beforeAll(() => z.config({ customError: fieldSentence }));
afterAll(() => z.config({ customError: undefined }));

const said = (schema: z.ZodType, input: unknown): string | undefined => schema.safeParse(input).error?.issues[0]?.message;

describe('a field whose schema has no sentence of its own', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['left empty', z.string().regex(/^[a-z]+$/), '', '请填写'],
    ['not there', z.string(), undefined, '请填写'],
    ['nothing chosen', z.enum(['a', 'b']), '', '请选择'],
    ['something else chosen', z.enum(['a', 'b']), 'c', '请从列出的各项中选择'],
    ['another pattern', z.string().regex(/^[a-z]+$/), '1', '格式不对，请核对'],
    ['no number', z.number(), 'x', '应为数字'],
    ['half a number', z.number().int(), 1.5, '应为整数'],
    ['too small', z.number().min(3), 2, '不能小于 3'],
    ['too large', z.number().max(3), 4, '不能大于 3'],
    ['too long', z.string().max(2), 'abc', '最多 2 字'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], '最多 1 项'],
    ['with its own words', z.string().min(1, '请填写姓名'), '', '请填写姓名'],
  ])('%s', (_name, schema, input, sentence) => {
    expect(said(schema, input)).toBe(sentence);
  });

  it('says so in Chinese whatever is wrong with whatever is asked', () => {
    const wrong: unknown[] = ['', ' ', 'x', -1.5, 1e12, null, undefined, [], {}, ['x'], '长'.repeat(3000)];
    const english = Object.entries(contract).flatMap(([name, { input }]) =>
      fieldsOf(input).flatMap((field) =>
        wrong.flatMap((value) =>
          (input.safeParse({ [field]: value }).error?.issues ?? [])
            .filter(({ message }) => !/\p{Script=Han}/u.test(message))
            .map(({ path, message }) => `${name} ${path.join('.')}: ${message}`),
        ),
      ),
    );
    expect([...new Set(english)]).toEqual([]);
  });
});

const fieldsOf = (schema: z.ZodType): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
