import { verifyChain, verifyPart } from '../chain';
import type { ReceptionDb } from '../db';
import type { InternalHandlers } from './types';

/** What waits for a data key waits, as a rule, for one that was erased. */
const aside = (db: ReceptionDb): Promise<number> => db.aside.filter(({ reason }) => reason !== 'no-key').count();

export const selfCheckHandlers: Pick<
  InternalHandlers,
  'internal.lastWrite' | 'internal.counts' | 'internal.verifyChain' | 'internal.verifyChainPart'
> = {
  'internal.lastWrite': async ({ writer }) => writer.state.at,
  'internal.counts': async ({ db }) =>
    Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const))),
  'internal.verifyChain': async ({ db }) => ({ aside: await aside(db), ...(await verifyChain(db)) }),
  'internal.verifyChainPart': async ({ db, writer }, { after }) => {
    const part = await verifyPart(db, after);
    return { ...part, total: writer.state.position, aside: part.after ? 0 : await aside(db) };
  },
};
