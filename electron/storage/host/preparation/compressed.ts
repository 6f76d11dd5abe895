import { v7 as uuid } from 'uuid';
import { planSteps } from '../../../../shared/rules/preparation';
import type { Draft } from '../draft';
import type { Call, Host } from '../host';
import type { DayItem } from './day-items';

/**
 * 准备时间不足 is written down with the steps that had too little time, once, by the first who does anything for the
 * matter: nobody works it off as if there had been time (domain fact 1).
 * @returns the names of those steps; empty when there was time enough
 */
export async function noteCompressed(host: Host, draft: Draft, { item, grade, knownAt }: DayItem, call: Call): Promise<string[]> {
  const { preparation } = await host.steady.settings();
  const steps = planSteps({ grade, plannedAt: item.plannedAt, knownAt }, preparation).filter(({ compressed }) => compressed);
  if (steps.length === 0) return [];
  const names = steps.map(({ step }) => step.name);
  const before = await host.db.rows('preparationActs').where('itemId').equals(item.id).toArray();
  if (before.some(({ act }) => act === 'begin')) return names;
  const open = { itemId: item.id, date: item.date, at: draft.at, staffId: call.actor.staffId ?? '', deskCode: host.deskCode };
  draft.add('preparationActs', uuid({ msecs: draft.at }), { ...open, act: 'begin', step: '', steps: names, note: '' });
  return names;
}
