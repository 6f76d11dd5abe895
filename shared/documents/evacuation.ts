import type { EvacuationEntry, EvacuationList } from '../domain/hall';
import { VISIT_STATE_NAMES } from '../domain/visit';
import { stampOf } from '../rules/time';

/** 《疏散名单》: whom to look for, place by place, with a box to tick for each. */
export interface EvacuationModel {
  title: string;
  unitName: string;
  /** `YYYY-MM-DD HH:mm:ss` */
  madeAt: string;
  total: number;
  unnamed: number;
  /** By whom, empty when it was asked for from a locked screen: names are then masked. */
  madeBy: string;
  places: readonly EvacuationPlace[];
  earlier: readonly EvacuationLine[];
  demo: boolean;
}
export interface EvacuationPlace {
  name: string;
  heads: number;
  unnamed: number;
  lines: readonly EvacuationLine[];
}
export interface EvacuationLine {
  queueNumber: string;
  /** 「张三、李四，另 8 人未登记姓名」 */
  who: string;
  heads: number;
  state: string;
  /** Needs help on the stairs; never why. */
  help: boolean;
}

export function buildEvacuation(list: EvacuationList, about: { unitName: string; madeBy: string; demo: boolean }): EvacuationModel {
  return Object.freeze({
    title: '疏散名单',
    ...about,
    madeAt: stampOf(list.at),
    total: list.total,
    unnamed: list.unnamed,
    places: list.places.map(({ name, heads, unnamed, entries }) => ({ name, heads, unnamed, lines: entries.map(lineOf) })),
    earlier: list.earlier.map(lineOf),
  });
}

export const whoOf = ({ names, unnamed }: Pick<EvacuationEntry, 'names' | 'unnamed'>): string => {
  const known = names.filter((name) => name !== '').join('、');
  if (unnamed === 0) return known;
  return known === '' ? `${unnamed} 人（未登记姓名）` : `${known}，另 ${unnamed} 人未登记姓名`;
};

const lineOf = (entry: EvacuationEntry): EvacuationLine => ({
  queueNumber: entry.queueNumber,
  who: whoOf(entry),
  heads: entry.heads,
  state: VISIT_STATE_NAMES[entry.state],
  help: entry.needsHelp,
});
