import type { SpecialNeed } from '../domain/visit';

/**
 * What the stub says of a special need: what staff should arrange, never why (README, fact 8: a health note never
 * reaches a printed card, and the stub lies open at the desk).
 */
const ARRANGEMENTS: Record<SpecialNeed, string | null> = {
  elder: null,
  mobility: '无障碍',
  pregnant: null,
  infant: '母婴',
  hearing: '书写沟通',
  vision: '专人引导',
  ill: null,
  other: '需协助',
};

export function arrangementsFor(needs: readonly SpecialNeed[], priority: boolean): string[] {
  const words = needs.flatMap((need) => ARRANGEMENTS[need] ?? []);
  return [...new Set(priority ? ['优先', ...words] : words)];
}
