import type { CertificateStanding } from '../domain/duty';
import { daysBetween } from './time';

/**
 * How something with a last day stands: said `warnDays` before, red from its last day on (plan S14). On the last day
 * itself it still counts.
 * @param expires its last day; both days `YYYY-MM-DD`
 */
export function standingOn(expires: string, today: string, warnDays: number): CertificateStanding {
  const left = daysBetween(today, expires);
  if (left < 0) return 'expired';
  if (left === 0) return 'last-day';
  return left <= warnDays ? 'soon' : 'good';
}

export const counts = (standing: CertificateStanding): boolean => standing !== 'expired';
export const isRed = (standing: CertificateStanding): boolean => standing === 'expired' || standing === 'last-day';

/** `2026-12-01 到期` in words that say what it means today; empty while there is nothing to say. */
export function expiryWords(expires: string, standing: CertificateStanding): string {
  switch (standing) {
    case 'good':
      return '';
    case 'soon':
      return `${expires} 到期`;
    case 'last-day':
      return '今天到期';
    case 'expired':
      return `已于 ${expires} 过期`;
  }
}
