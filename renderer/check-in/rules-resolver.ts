import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import type { Settings } from '../../shared/domain/settings';
import { checkPaper } from '../../shared/rules/paper-visit';
import { checkRegistration } from '../../shared/rules/registration';
import type { CheckInForm } from './form-values';
import { toRegistration } from './to-registration';

/** Things that are worked out have no field of their own: their sentence stands beside what they are worked out from. */
const BESIDE: Record<string, string> = { others: 'heads', kind: 'heads', people: 'heads', repeatOverride: 'repeatOverride.reason' };
export const fieldFor = (path: string): string => {
  const own = path.replace(/^registration\./, '');
  return BESIDE[own] ?? own.replace(/\.guardian$/, '.guardian.name');
};

/**
 * The form is judged by the same rules as in the storage; nothing is judged twice in two ways.
 * @param today the day of the visit @param now ms UTC
 */
export function rulesResolver(settings: Settings, today: string, now: () => number): Resolver<CheckInForm> {
  return async (values, _context, options) => {
    const { rules } = settings;
    const registration = toRegistration(values, rules, today);
    const errors: Record<string, FieldError> = {};
    for (const [path, message] of Object.entries(checkRegistration(registration, rules, today, settings)))
      errors[fieldFor(path)] ??= { type: 'rule', message };
    if (registration.paper) {
      for (const [field, message] of Object.entries(checkPaper(registration.paper, rules, now())))
        errors[`paper.${field}`] = { type: 'rule', message };
    }
    if (Object.keys(errors).length === 0) return { values, errors: {} };
    return { values: {}, errors: toNestErrors<CheckInForm>(errors, options) };
  };
}
