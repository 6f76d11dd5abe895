import { dialog } from 'electron';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';

type Names = 'openFile' | 'paste' | 'mapFile' | 'closeFile' | 'import' | 'print';

/** The lists of the channels, as the screen asks for them; and the list that the groups are told, on paper. */
export function forecastHandlers(program: Program): Pick<MainHandlers, `forecast.${Names}`> {
  const { screen, session, forecasts } = program;
  // Somebody else's list is not left open for the next person.
  session.view.subscribe(({ staff }) => {
    if (!staff) forecasts.close();
  });
  return {
    'forecast.openFile': async (choice, { staffId }) => {
      const path = await chooseList(screen.browserWindow);
      if (!path) return null;
      stillHere(session, staffId);
      return forecasts.open(path, choice);
    },
    'forecast.paste': ({ text, ...choice }) => forecasts.paste(text, choice),
    'forecast.mapFile': ({ head, ...choice }) => forecasts.map({ ...choice, head: head && { row: head.row - 1, rows: head.rows } }),
    'forecast.closeFile': async () => {
      forecasts.close();
      return {};
    },
    'forecast.import': ({ requestId }, { staffId }) => forecasts.run(requestId, staffId),
    'forecast.print': async ({ id }, { staffId }) => {
      const job = await program.store().storage.internal('internal.print.forecast', { id }, staffId);
      return { printJobId: job.id, printer: job.printer };
    },
  };
}

/** Only a person chooses what is read: the path comes from the system's dialog, never from a screen. Null when it was cancelled. */
async function chooseList(window: Program['screen']['browserWindow']): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: '选择渠道的表格',
    properties: ['openFile'],
    filters: [{ name: '表格（.xlsx、.csv）', extensions: ['xlsx', 'csv', 'txt'] }],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
