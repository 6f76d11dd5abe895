import type { HallSettings, NoticeSettings, RuleSettings, UnitSettings } from '../domain/settings';
import { queueNumber } from '../rules/card-number';
import { fillNotice } from '../rules/notice';

/** Cards printed beforehand for a power cut, filled in by hand and typed in afterwards (rules/paper-visit). */
export interface PaperCardsModel {
  title: string;
  unitName: string;
  deskName: string;
  /** One card each; they bear no day, so that a stock lasts until it is used. */
  queueNumbers: readonly string[];
  notice: readonly string[];
  demo: boolean;
}

export function buildPaperCards(facts: {
  unit: UnitSettings;
  hall: HallSettings;
  rules: RuleSettings;
  notice: NoticeSettings;
  deskCode: string;
  /** Numbers of the block, as rules/paper-visit knows them. */
  from: number;
  count: number;
  demo: boolean;
}): PaperCardsModel {
  const { unit, hall, rules, notice, deskCode, from, count, demo } = facts;
  const desk = hall.desks.find((each) => each.code === deskCode);
  return Object.freeze({
    title: '接访登记卡（停电备用）',
    unitName: unit.name,
    deskName: desk?.name ?? '',
    queueNumbers: Array.from({ length: count }, (_, i) => queueNumber(desk?.letter ?? 'A', from + i)),
    notice: fillNotice(notice.card, { unit: unit.name, years: rules.recordingYears }),
    demo,
  });
}
