import { verifyChain } from '../chain';
import type { InternalHandlers } from './types';

export const selfCheckHandlers: Pick<InternalHandlers, 'internal.lastWrite' | 'internal.verifyChain'> = {
  'internal.lastWrite': async ({ writer }) => writer.state.at,
  'internal.verifyChain': async ({ db }) => {
    // What waits for a data key waits, as a rule, for one that was erased.
    const aside = await db.aside.filter(({ reason }) => reason !== 'no-key').count();
    return { ...(await verifyChain(db)), aside };
  },
};
