import { LETTER_KINDS } from '../../../../shared/domain/letters';
import { isNumbered, lettersSkippedTo } from '../../../../shared/rules/letters-of-result';
import { stampOf } from '../../../../shared/rules/time';
import { RowSet } from '../apply';
import { HALL_KEY } from '../data-keys';
import { type Host, writeAs } from '../host';
import { nextIncarnation } from '../incarnation';
import { letterNumberId } from '../letters/letter-number';
import { settingsId } from '../read';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'settings.backup'> & Pick<InternalHandlers, 'internal.backup.place' | 'internal.backup.restored'>;

export const backupHandlers: Handlers = {
  'settings.backup': async (host, figures, call) => {
    await writeAs(host, call, async (draft) => {
      const { backup } = await host.reader.settings();
      draft.audit(call.name, 'backup');
      draft.put('settings', settingsId('backup', host.deskCode), { changedAt: draft.at, value: { ...backup, ...figures } });
      return {};
    });
    return {};
  },

  'internal.backup.place': async (host, place, call) => {
    await writeAs(host, call, async (draft) => {
      const { backup } = await host.reader.settings();
      draft.audit('backup.choose', place.folder);
      draft.put('settings', settingsId('backup', host.deskCode), { changedAt: draft.at, value: { ...backup, ...place } });
      return {};
    });
    return null;
  },

  'internal.backup.restored': async (host, { madeAt }, call) => {
    const { db, keys, deskCode, clock, writer } = host;
    await writer.take(async (before) => {
      const meta = await nextIncarnation(db, deskCode, before, clock.now(), true);
      return { reply: null, prepared: { batches: [], rows: new RowSet(db, keys), keys: [], meta } };
    });
    await writeAs(host, call, async (draft) => {
      await skipLetters(host, (id, value) => draft.put('settings', id, { value }, HALL_KEY));
      draft.audit('backup.restored', '', stampOf(madeAt));
      return {};
    });
    return null;
  },
};

/** 文号 of this year that may have been given since the copy was made are not given again. */
async function skipLetters({ reader, clock, deskCode }: Host, put: (id: string, value: number) => void): Promise<void> {
  const year = clock.today().slice(0, 4);
  for (const kind of LETTER_KINDS.filter(isNumbered)) {
    const id = letterNumberId(kind, year, deskCode);
    const last = Number((await reader.one('settings', id))?.value ?? 0);
    put(id, lettersSkippedTo(last));
  }
}
