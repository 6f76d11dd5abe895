import { basename } from 'node:path';
import { refuse } from '../../shared/errors';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { chooseSheet, saveSheet } from './save-sheet';

type Names = 'briefing.signers' | 'briefing.decide' | 'briefing.print' | 'briefing.export';

/** 专报: what needs a PIN, a printer or a place on the disk. Whether that person may is decided with the row, under the write lock. */
export function briefingMainHandlers(program: Program): Pick<MainHandlers, Names> {
  const storage = () => program.store().storage;
  return {
    'briefing.signers': ({ id, step }) => storage().internal('internal.briefing.signers', { id, step }),
    'briefing.decide': async ({ requestId, code, ...decided }, { staffId }) => {
      // Nobody else's PIN is tried: a wrong one counts against its owner.
      const allowed = await storage().internal('internal.briefing.signers', { id: decided.id, step: decided.step });
      if (!allowed.some(({ id }) => id === decided.signerId))
        refuse('refused', {
          message:
            decided.step === 'review' ? '审核须由协调员或领导办理，且不能是拟稿人，专报没有改变。' : '签发须由领导办理，专报没有改变。',
          fields: { signerId: '请另选办理人' },
        });
      await program.pins.check(decided.signerId, code);
      return storage().internal('internal.briefing.decide', decided, staffId, requestId);
    },
    'briefing.print': async ({ id, requestId }, { staffId }) => ({
      printJobId: (await storage().internal('internal.briefing.print', { id }, staffId, requestId)).id,
    }),
    'briefing.export': async ({ id, format }, { staffId }) => {
      const { number } = await storage().internal('internal.briefing.model', { id });
      const path = await chooseSheet(program.screen.browserWindow, `接访情况专报${number}`, format);
      if (!path) return { saved: false, fileName: '' };
      stillHere(program.session, staffId);
      const { model } = await storage().internal('internal.briefing.model', { id });
      await storage().internal('internal.audit', { action: 'briefing.export', target: number, detail: basename(path) }, staffId);
      return { saved: true, fileName: await saveSheet(program.printing(), path, format, 'briefing', model) };
    },
  };
}
