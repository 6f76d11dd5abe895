import type { RuleSettings } from '../../../../shared/domain/settings';
import type { Registration } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { identityKey, normalizeNumber } from '../../../../shared/rules/identity';
import { verificationFits } from '../../../../shared/rules/verification';
import { documentHash } from '../handlers/identity';
import type { Call, Host } from '../host';
import type { Opened } from '../tables';

/** No card before a 核对: it must be fresh, unused, of this document, and not by the clerk alone. @throws Refusal */
export function usableVerification(
  host: Host,
  found: Opened<'verifications'> | undefined,
  registration: Registration,
  rules: RuleSettings,
  call: Call,
): Opened<'verifications'> {
  const no = (message: string): never =>
    refuse('refused', { message: `${message}尚未保存，已填内容仍在。`, fields: { verificationId: message } });
  if (!found) return no('请先核对证件，再登记发卡。');
  if (found.visitId) no('这次核对已用于另一张卡，请重新核对。');
  if (found.checkerId === call.actor.staffId) no('核对人不能是登记人本人，请由其他当班人员核对。');
  const [first] = registration.people;
  const key = first ? identityKey(first.docType, normalizeNumber(first.docNumber)) : '';
  const hash = first ? (documentHash(host, first.docType, first.docNumber) ?? undefined) : undefined;
  const sameDocument = found.docHash === hash && (hash !== undefined || found.docType === first?.docType);
  const refused = verificationFits(
    { at: found.at, docKey: sameDocument ? key : '\u0000another', result: found.result },
    registration,
    host.clock.now(),
    rules,
  );
  return refused ? no(refused) : found;
}
