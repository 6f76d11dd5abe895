import { refuse } from '../../../../shared/errors';
import { defaultSettings } from '../../../../shared/rules/defaults';
import { writeAs } from '../host';
import { DEMO_ID, settingsId } from '../read';
import { addDemoPast } from '../visits/demo-past';
import type { InternalHandlers } from './types';

/** The first rows of a new hall, through the same write as every later one. */
export const setupHandlers: Pick<InternalHandlers, 'internal.setup'> = {
  'internal.setup': async (host, { settings, printing, staff, demo }, call) => {
    await writeAs(host, call, async (draft) => {
      if ((await host.db.rows('staff').count()) > 0) refuse('conflict', { message: '这个单位已经设置过，什么也没有改变。' });
      const put = (id: string, value: unknown): void => draft.put('settings', id, { changedAt: draft.at, value });
      put('unit', settings.unit);
      put('hall', settings.hall);
      put('rules', settings.rules);
      put('fields', settings.fields);
      put('notice', settings.notice);
      // A real hall begins with what the program ships and stays with it until it changes something.
      if (demo) put('emergency', settings.emergency);
      put(settingsId('printing', host.deskCode), printing);
      put(DEMO_ID, demo);
      for (const [i, { id, ...member }] of staff.entries()) {
        draft.add('staff', id, { createdAt: draft.at + i, wrongTries: 0, lastWrongAt: 0, ...member });
      }
      if (demo) await addDemoPast(host, draft, { ...defaultSettings(), ...settings, printing }, staff);
      return null;
    });
    return null;
  },
};
