import type { CareNoteInput } from '../../shared/domain/care-note';
import { refuse } from '../../shared/errors';
import { careApprovers } from '../../shared/rules/care-note';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import type { Actor } from '../storage/protocol';

interface Writing {
  requestId: string;
  note: CareNoteInput;
  approverId: string;
  code: string;
}

/** What needs a second person's PIN, which only the main process can check. */
export function careNoteMainHandlers(program: Program): Pick<MainHandlers, 'careNote.add' | 'careNote.renew'> {
  const write = async ({ requestId, note, approverId, code }: Writing, which: { personId: string; renews: string }, { staffId }: Actor) => {
    const { storage } = program.store();
    const cards = await storage.internal('internal.staffCards', null);
    if (!careApprovers(cards, staffId ?? '').some(({ id }) => id === approverId))
      refuse('refused', { message: '须由另一位领导或协调员批准，不能是填写人本人。', fields: { approverId: '请另选批准人' } });
    await program.pins.check(approverId, code);
    return storage.internal('internal.careNote.write', { ...which, note, approverId }, staffId, requestId);
  };
  return {
    'careNote.add': ({ personId, ...writing }, actor) => write(writing, { personId, renews: '' }, actor),
    'careNote.renew': ({ id, ...writing }, actor) => write(writing, { personId: '', renews: id }, actor),
  };
}
