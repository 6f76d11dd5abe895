import type { DocumentType } from '../domain/person';
import type { RuleSettings } from '../domain/settings';
import type { StaffCard } from '../domain/staff';
import type { Registration, VerificationResult } from '../domain/visit';
import { identityKey, normalizeNumber, showsDocument } from './identity';

/**
 * Who may confirm a document now (plan S45): the guards on duty; where the unit has none but the clerk, another named
 * person on duty. Never the signed-in clerk alone.
 */
export function eligibleCheckers(staff: readonly StaffCard[], signedInId: string): StaffCard[] {
  const others = staff.filter((person) => person.onDuty && person.id !== signedInId);
  const guards = others.filter((person) => person.roles.includes('guard'));
  return guards.length > 0 ? guards : others;
}

/** Whether a 核对 may be saved: the sentence beside each field. Nobody is shut out: 未核验 and 匿名 are results, too. */
export function checkVerification({
  result,
  reason,
  docType,
}: {
  result: VerificationResult;
  reason: string;
  docType: DocumentType;
}): Record<string, string> {
  const problems: Record<string, string> = {};
  if (result === 'match' && !showsDocument(docType)) problems.result = '没有出示证件，不能核对为「相符」';
  if (result === 'anonymous' && docType !== 'anonymous') problems.result = '只有匿名来访可选「匿名」';
  if (result === 'unverified' && docType === 'anonymous') problems.result = '匿名来访请选「匿名」';
  if (result === 'unverified' && docType !== 'anonymous' && reason.trim() === '') problems.reason = '请填写未核验的原因';
  return problems;
}

/**
 * Whether a 核对 still holds for what is being registered: fresh, and of the first person's document.
 * @param v `at` ms UTC; `docKey` the identityKey of the document that was checked, empty where none was shown
 * @param now ms UTC @returns the Chinese refusal, null when it fits
 */
export function verificationFits(
  v: { at: number; docKey: string; result: VerificationResult },
  reg: Pick<Registration, 'people'>,
  now: number,
  rules: Pick<RuleSettings, 'verificationMinutes'>,
): string | null {
  const first = reg.people[0];
  if (!first) return '请先填写来访人，再核对证件。';
  // A clock set back makes a 核对 look younger than it is; that is no reason to refuse one.
  if (now - v.at > rules.verificationMinutes * 60_000) return `核对已超过 ${rules.verificationMinutes} 分钟，请重新核对证件。`;
  if (v.docKey !== identityKey(first.docType, normalizeNumber(first.docNumber))) return '证件在核对之后改动过，请重新核对。';
  const problems = checkVerification({ result: v.result, reason: '-', docType: first.docType });
  return problems.result ? `${problems.result}，请重新核对。` : null;
}
