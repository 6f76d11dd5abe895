import type { FieldEntry, FieldSettings } from '../domain/settings';

/** The dictionary of 诉求领域 (forms 5.11): two levels, the second named by its parent's code. */
export function fieldPath(fields: FieldSettings, code: string): string {
  const entry = fields.entries.find((each) => each.code === code);
  if (!entry) return code;
  const parent = entry.parent ? fields.entries.find((each) => each.code === entry.parent) : undefined;
  return parent ? `${parent.name}／${entry.name}` : entry.name;
}

/** Entries that may be chosen today, each first level followed by its second. */
export function choosableFields(fields: FieldSettings): FieldEntry[] {
  const active = fields.entries.filter((each) => each.active);
  const below = (code: string) => active.filter((each) => each.parent === code);
  return active.filter((each) => each.parent === '').flatMap((each) => [each, ...below(each.code)]);
}

/** Duplicate codes, unknown parents and third levels: the sentence beside each entry, by dotted path. */
export function checkFields(fields: FieldSettings): Record<string, string> {
  const problems: Record<string, string> = {};
  const byCode = new Map<string, FieldEntry>();
  fields.entries.forEach((entry, i) => {
    if (byCode.has(entry.code)) problems[`entries.${i}.code`] = `代码 ${entry.code} 重复`;
    byCode.set(entry.code, entry);
  });
  fields.entries.forEach((entry, i) => {
    if (entry.parent === '') return;
    const parent = byCode.get(entry.parent);
    if (!parent) problems[`entries.${i}.parent`] = `上级代码 ${entry.parent} 不存在`;
    else if (parent.parent !== '') problems[`entries.${i}.parent`] = '只能有两级，上级须为一级领域';
  });
  return problems;
}
