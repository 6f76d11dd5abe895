import type { PreparationSettings } from '../domain/preparation';

/** What is inconsistent in the settings of preparing: the sentence beside each place, by dotted path. */
export function checkPreparation({ steps, departments, points, roomItems, rounds }: PreparationSettings): Record<string, string> {
  const wrong: Record<string, string> = {};
  const twice = (list: string, names: readonly string[], what: string): void =>
    names.forEach((name, i) => {
      if (names.indexOf(name) !== i) wrong[`${list}.${i}.name`] ??= `${what}「${name}」重复`;
    });
  const namesOf = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name);
  twice('steps', namesOf(steps), '步骤');
  twice('departments', namesOf(departments), '科室');
  twice('points', namesOf(points), '巡查点');
  twice('roomItems', namesOf(roomItems), '布置项目');
  steps.forEach(({ kind }, i) => {
    if (kind !== 'plain' && steps.findIndex((each) => each.kind === kind) !== i) wrong[`steps.${i}.kind`] ??= '这一类步骤已有一项';
  });
  // Plan S36: ways out are looked at on every round.
  if (!points.some(({ mandatory }) => mandatory)) wrong.points ??= '至少要有一个必查点，如消防通道';
  if (rounds.attention < rounds.general) wrong['rounds.attention'] ??= '不能少于平日次数';
  if (rounds.high < rounds.attention) wrong['rounds.high'] ??= '不能少于「关注」的次数';
  return wrong;
}
