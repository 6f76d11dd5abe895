import { verifyChain } from '../chain';
import type { InternalHandlers } from './types';

export const selfCheckHandlers: Pick<InternalHandlers, 'internal.lastWrite' | 'internal.verifyChain'> = {
  'internal.lastWrite': async ({ writer }) => writer.state.at,
  'internal.verifyChain': async ({ db }) => ({ ...(await verifyChain(db)), aside: await db.aside.count() }),
};
