import { openValue, sealValue } from '../codec';
import type { Call, Host } from '../host';
import type { RequestHandlers } from './types';

const draftId = ({ deskCode }: Host, { actor }: Call, screen: string): string => `${actor.staffId ?? 'program'}/${deskCode}/${screen}`;
const about = (id: string): string => `draft|${id}`;

/** Unsent text: sealed, strict, overwritten; no change, so neither journaled nor in any history. */
export const draftHandlers: Pick<RequestHandlers, 'draft.save' | 'draft.load' | 'draft.discard'> = {
  'draft.save': async (host, { screen, value }, call) => {
    const id = draftId(host, call, screen);
    const savedAt = host.clock.now();
    await host.db.drafts.put({ id, savedAt, sealed: sealValue(host.hall.draft, value, about(id)) });
    return { savedAt };
  },

  'draft.load': async (host, { screen }, call) => {
    const id = draftId(host, call, screen);
    const draft = await host.db.drafts.get(id);
    return draft ? { value: String(openValue(host.hall.draft, draft.sealed, about(id))), savedAt: draft.savedAt } : null;
  },

  'draft.discard': async (host, { screen }, call) => {
    await host.db.drafts.delete(draftId(host, call, screen));
    return {};
  },
};
