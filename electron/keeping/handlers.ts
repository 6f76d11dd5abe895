import { refuse } from '../../shared/errors';
import { teamApprovers } from '../../shared/rules/team';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { chooseTable, saveTable } from '../tables/save-table';

type Names = 'keeping.destroy' | 'privacy.export' | 'privacy.erase';
const NAME = '本人资料';
const SOUND = 's:';

/** Destruction after its term by two people, and what a person gets of their own data. */
export function keepingMainHandlers(program: Program): Pick<MainHandlers, Names> {
  const { screen, session, pins } = program;
  const storage = () => program.store().storage;
  /** Another leader or coordinator, by their own PIN. */
  const mustBeApproved = async (approverId: string, code: string, staffId: string | null): Promise<void> => {
    const cards = await storage().internal('internal.staffCards', null);
    if (!teamApprovers(cards, staffId ?? '').some(({ id }) => id === approverId))
      refuse('refused', { message: '销毁须由另一位领导或协调员批准，什么也没有改变。', fields: { approverId: '请另选批准人' } });
    await pins.check(approverId, code);
  };
  /** Out of the keyring first: from then on no copy of what they sealed is readable, wherever it lies. */
  const carryOut = async (keyIds: readonly string[]): Promise<void> => {
    const { keyring, sounds, storage: host } = program.store();
    await keyring.destroy(keyIds);
    for (const id of keyIds) if (id.startsWith(SOUND)) await sounds.destroy(id.slice(SOUND.length));
    await host.internal('internal.keeping.keysGone', { ids: [...keyIds] });
    program.sync.erased();
  };
  return {
    'keeping.destroy': async ({ requestId, approverId, code, ...object }, { staffId }) => {
      await mustBeApproved(approverId, code, staffId);
      const { certificateId, keyIds } = await storage().internal('internal.keeping.destroy', { ...object, approverId }, staffId, requestId);
      await carryOut(keyIds);
      return { certificateId };
    },
    'privacy.erase': async ({ requestId, approverId, code, ...request }, { staffId }) => {
      await mustBeApproved(approverId, code, staffId);
      const { certificateId, keyIds } = await storage().internal('internal.privacy.erase', { ...request, approverId }, staffId, requestId);
      await carryOut(keyIds);
      return { certificateId };
    },
    'privacy.export': async ({ id }, { staffId }) => {
      const path = await chooseTable(screen.browserWindow, NAME);
      if (!path) return { saved: false, fileName: '', rows: 0 };
      stillHere(session, staffId);
      const saved = await saveTable(path, NAME, await storage().internal('internal.privacy.table', { id }, staffId));
      await storage().internal('internal.audit', { action: 'privacy.export', target: id, detail: `${saved.rows} 行` }, staffId);
      return saved;
    },
  };
}
