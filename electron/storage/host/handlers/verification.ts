import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { writeAs } from '../host';
import { documentHash } from './identity';
import type { InternalHandlers } from './types';

/** A 核对: who looked at which document, with what result. The number itself is not kept, only its keyed hash. */
export const verificationHandlers: Pick<InternalHandlers, 'internal.addVerification'> = {
  'internal.addVerification': async (host, { checkerId, result, reason, docType, docNumber }, call) => {
    const checker = (await host.reader.one('staff', checkerId)) ?? refuse('not-found');
    const docHash = documentHash(host, docType, docNumber) ?? undefined;
    const clerkId = call.actor.staffId ?? '';
    const receipt = await writeAs(host, call, async (draft) => {
      const id = uuid();
      draft.audit(call.name, checker.name);
      draft.add('verifications', id, { at: draft.at, checkerId, clerkId, result, docType, docHash, reason });
      return { id, at: draft.at };
    });
    return { ...receipt, checkerId, checkerName: checker.name, result };
  },
};
