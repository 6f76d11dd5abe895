import type { z } from 'zod';

/**
 * What stands beside a field whose schema has no sentence of its own: zod would say it in English, with the pattern.
 * Every process gives this to zod before it reads anything (`z.config`).
 */
export function fieldSentence(issue: z.core.$ZodRawIssue): string {
  const { code, input } = issue;
  if (input === undefined || input === null || input === '') return code === 'invalid_value' ? '请选择' : '请填写';
  switch (code) {
    case 'invalid_type':
      return issue.expected === 'int' ? '应为整数' : issue.expected === 'number' ? '应为数字' : '内容不符合要求，请核对';
    case 'invalid_value':
    case 'invalid_union':
      return '请从列出的各项中选择';
    case 'invalid_format':
      return '格式不对，请核对';
    case 'too_small':
      return bound(issue.origin, `不能小于 ${issue.minimum}`, `至少 ${issue.minimum} 字`, `至少 ${issue.minimum} 项`);
    case 'too_big':
      return bound(issue.origin, `不能大于 ${issue.maximum}`, `最多 ${issue.maximum} 字`, `最多 ${issue.maximum} 项`);
    default:
      return '内容不符合要求，请核对';
  }
}

const bound = (origin: string, ofNumber: string, ofText: string, ofList: string): string =>
  origin === 'string' ? ofText : origin === 'number' || origin === 'int' ? ofNumber : ofList;
