import { isCompressed } from '../../../../shared/rules/preparation';
import { preparationKept } from '../../../../shared/statistics/preparation-kept';
import type { Host } from '../host';
import { preparationDay } from '../preparation/preparation-day';
import type { Part } from './walk';

/** T-60, T-30, T-20 by the checklist as it is set now: what settles a step is asked of the screen that shows it. */
export function walkPreparation(host: Host, days: readonly string[], lists: Map<string, readonly string[]>): Part {
  const inTime = new Map<number, string[]>();
  const all = new Map<number, string[]>();
  const compressed: string[] = [];
  const more = (into: Map<number, string[]>, before: number, ids: readonly string[]): unknown =>
    into.set(before, [...(into.get(before) ?? []), ...ids]);
  return {
    pieces: days.map((day) => async () => {
      const { items } = await host.db.reading(() => preparationDay(host, day));
      compressed.push(...items.filter(({ steps }) => isCompressed(steps)).map(({ id }) => id));
      for (const kept of preparationKept(items, (await host.steady.settings()).preparation.steps)) {
        more(inTime, kept.before, kept.inTime);
        more(all, kept.before, [...kept.inTime, ...kept.late]);
      }
    }),
    tell: (into) => {
      lists.set('compressed', compressed);
      for (const [before, ids] of all) lists.set(`prepared:${before}`, ids);
      const prepared = [...all].map(([before, ids]) => ({ before, inTime: inTime.get(before)?.length ?? 0, counted: ids.length }));
      Object.assign(into, { prepared, compressed: compressed.length });
    },
  };
}
