import type { DutySettings } from '../domain/duty';
import { QUALIFICATIONS } from '../domain/staff';

/**
 * What is inconsistent in the settings of duty: the sentence beside each place, by dotted path.
 * @param held kinds of which somebody holds a certificate; they stay
 */
export function checkDuty(
  { needs, certificates, facilities }: DutySettings,
  held: ReadonlySet<string> = new Set(),
): Record<string, string> {
  const wrong: Record<string, string> = {};
  const twice = (list: string, field: string, names: readonly string[], what: string): void =>
    names.forEach((name, i) => {
      if (names.indexOf(name) !== i) wrong[`${list}.${i}.${field}`] ??= `${what}「${name}」重复`;
    });
  twice(
    'needs',
    'name',
    needs.map(({ name }) => name),
    '要求',
  );
  twice(
    'certificates',
    'name',
    certificates.map(({ name }) => name),
    '证件',
  );
  twice(
    'facilities',
    'name',
    facilities.map(({ name }) => name),
    '检查项目',
  );
  const known = new Set<string>([...QUALIFICATIONS, ...certificates.map(({ key }) => key)]);
  needs.forEach(({ anyOf }, i) => {
    if (anyOf.some((key) => !known.has(key))) wrong[`needs.${i}.anyOf`] ??= '用到的证件已移除，请重新选择';
  });
  for (const kind of held) if (!known.has(kind)) wrong.certificates ??= '不能移除还有人持有的证件种类';
  return wrong;
}
