import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { chooseTable, saveTable } from './save-table';
import { saveStatistics } from './statistics-book';

type Names = 'transcript.export' | 'supervision.export' | 'statistics.export';
interface Saved {
  saved: true;
  fileName: string;
  rows: number;
}
const CANCELLED = { saved: false, fileName: '', rows: 0 };

/** Tables that leave the house: chosen where to, then read, written, and noted with how many lines they had. */
export function tableHandlers(program: Program): Pick<MainHandlers, Names> {
  const { screen, session } = program;
  const exported = async (action: Names, name: string, staffId: string | null, save: (path: string) => Promise<Saved>) => {
    const path = await chooseTable(screen.browserWindow, name);
    if (!path) return CANCELLED;
    stillHere(session, staffId);
    const saved = await save(path);
    await program.store().storage.internal('internal.audit', { action, target: saved.fileName, detail: `${saved.rows} 行` }, staffId);
    return saved;
  };
  return {
    'transcript.export': (range, { staffId }) =>
      exported('transcript.export', '转录清单', staffId, async (path) =>
        saveTable(path, '转录清单', await program.store().storage.internal('internal.table.transcript', range, staffId)),
      ),
    'supervision.export': (_input, { staffId }) =>
      exported('supervision.export', '督办清单', staffId, async (path) =>
        saveTable(path, '督办清单', await program.store().storage.internal('internal.table.supervision', null, staffId)),
      ),
    'statistics.export': async ({ walkId }, { staffId }) => {
      // Asked before the dialog: nobody chooses a place for what is not there yet.
      const report = await program.store().storage.internal('internal.statistics.report', { walkId }, staffId);
      return exported('statistics.export', fileNameOf(report.title), staffId, (path) => saveStatistics(path, report));
    },
  };
}

const fileNameOf = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
