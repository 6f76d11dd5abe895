import { expect, it } from 'vitest';
import { beginning } from '../../../shared/rules/beginning';

it.each([
  ['', 3, ''],
  ['三个字', 3, '三个字'],
  ['有四个字', 3, '有四个…'],
  ['𠮷𠮷𠮷', 3, '𠮷𠮷𠮷'],
  ['一𠮷二𠮷三', 2, '一𠮷…'],
  ['甲'.repeat(100_000), 1, '甲…'],
])('%j begins in %i letters as %j: no character is cut in half', (text, letters, begun) => expect(beginning(text, letters)).toBe(begun));
