import { useMemo } from 'react';
import type { OutputOf } from '../../shared/contract';
import { INCIDENT_CODES } from '../../shared/domain/incident-plan';
import { CATALOGUE } from '../../shared/incidents/catalogue';
import { useLive } from '../hooks/use-live';
import { useSession } from '../stores/session';

export type PlanMenu = OutputOf<'plan.menu'>;

/** What the program ships: shown until the hall's data is open, and when it does not open. */
const SHIPPED: PlanMenu = INCIDENT_CODES.map((code) => {
  const { name, neutral, digit } = CATALOGUE[code];
  return { code, name, neutral, digit };
});

/** The types by their editions in force, in the order of their codes. */
export function usePlanMenu(): PlanMenu {
  const ready = useSession((s) => s.program?.phase === 'ready');
  return useLive('plan.menu', {}, ready).value ?? SHIPPED;
}

const order = (digit: string): number => (digit === '0' ? 10 : Number(digit));

/** Those that a digit chooses, 1 to 9 and 0. */
export const useDigits = (menu: PlanMenu): PlanMenu =>
  useMemo(() => menu.filter(({ digit }) => digit !== '').sort((a, b) => order(a.digit) - order(b.digit)), [menu]);
