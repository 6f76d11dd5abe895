import type { ResultRule } from '../../../shared/rules/disposal';
import type { KeptResult } from './kept-result';

/** The contract calls a field `disposal.target.phone`, a rule `target.phone`; a screen knows one name. */
export const fieldsOf = (fields: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path.replace(/^disposal\./, ''), sentence]));

const TARGET_FIELDS = ['name', 'address', 'phone', 'basis'];

/** What stands beside no field that this result shows has to be said elsewhere. The four points stand in their own panel. */
export function withoutField(
  fields: Readonly<Record<string, string>>,
  rule: ResultRule | undefined,
  { more, targetId }: KeptResult,
  citations: number,
): string[] {
  const needs = rule?.needs ?? [];
  const shown = new Set<string>(rule ? ['opinion', ...needs] : []);
  if (needs.includes('basis') && citations === 0) shown.add('noBasisReason');
  if (needs.includes('target')) {
    shown.add('target.name');
    if (targetId !== '') for (const each of TARGET_FIELDS) shown.add(`target.${each}`);
  }
  if (more.opinion) shown.add('opinionBy');
  return Object.entries(fields).flatMap(([path, sentence]) => (shown.has(path) || path.startsWith('focus.') ? [] : [sentence]));
}
