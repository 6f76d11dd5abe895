import type { DutySettings, SupplyFlag, SupplyInput } from '../domain/duty';
import { standingOn } from './expiry';
import { dayOf, daysBetween, isRealDay } from './time';

/** What of a supply has to be seen to (plan S21): below its minimum, run out, about to, or not looked at for long. */
export function supplyFlags(
  { stock, minimum, expires, checkedAt }: Pick<SupplyInput, 'stock' | 'minimum' | 'expires'> & { checkedAt: number },
  today: string,
  { warnDays, supplyCheckDays }: Pick<DutySettings, 'warnDays' | 'supplyCheckDays'>,
): SupplyFlag[] {
  const flags: SupplyFlag[] = [];
  if (stock < minimum) flags.push('short');
  const standing = expires === '' ? 'good' : standingOn(expires, today, warnDays);
  if (standing !== 'good') flags.push(standing);
  if (daysBetween(dayOf(checkedAt), today) > supplyCheckDays) flags.push('unchecked');
  return flags;
}

export function checkSupply({ name, expires }: SupplyInput, others: readonly { name: string }[]): Record<string, string> {
  return {
    ...(others.some((each) => each.name === name) && { name: `已有「${name}」，请直接盘点，或加以区分` }),
    ...(expires !== '' && !isRealDay(expires) && { expires: '没有这一天，请核对日期' }),
  };
}

/** A flag in words, for the list and the morning. */
export function supplyWords(flag: SupplyFlag, { stock, minimum, unit, expires, checkedAt }: SupplyInput & { checkedAt: number }): string {
  switch (flag) {
    case 'short':
      return `现有 ${stock}${unit}，低于最低 ${minimum}${unit}`;
    case 'expired':
      return `已于 ${expires} 过期`;
    case 'last-day':
      return '今天到期';
    case 'soon':
      return `${expires} 到期`;
    case 'unchecked':
      return `${dayOf(checkedAt)} 后没有盘点`;
  }
}
