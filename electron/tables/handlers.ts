import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import type { InternalRequests } from '../storage/internal';
import { chooseTable, saveTable } from './save-table';

type Names = 'transcript.export' | 'supervision.export';
const CANCELLED = { saved: false, fileName: '', rows: 0 };

/** Tables that leave the house: chosen where to, then read, written, and noted with how many lines they had. */
export function tableHandlers(program: Program): Pick<MainHandlers, Names> {
  const { screen, session } = program;
  const exported = async (
    action: Names,
    name: string,
    staffId: string | null,
    read: () => Promise<InternalRequests['internal.table.supervision']['output']>,
  ) => {
    const path = await chooseTable(screen.browserWindow, name);
    if (!path) return CANCELLED;
    stillHere(session, staffId);
    const saved = await saveTable(path, name, await read());
    await program.store().storage.internal('internal.audit', { action, target: saved.fileName, detail: `${saved.rows} 行` }, staffId);
    return saved;
  };
  return {
    'transcript.export': (range, { staffId }) =>
      exported('transcript.export', '转录清单', staffId, () =>
        program.store().storage.internal('internal.table.transcript', range, staffId),
      ),
    'supervision.export': (_input, { staffId }) =>
      exported('supervision.export', '督办清单', staffId, () =>
        program.store().storage.internal('internal.table.supervision', null, staffId),
      ),
  };
}
