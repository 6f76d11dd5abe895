import { type BrowserWindow, dialog } from 'electron';

/** Only a person chooses what is read: the path comes from the system's dialog, never from a screen. Null when it was cancelled. */
export async function choosePolicy(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: '选择政策全文',
    properties: ['openFile'],
    filters: [
      // Old ones too: who picks one is told what to do with it, instead of not finding it.
      { name: '政策全文（.docx、.pdf、.txt、.md）', extensions: ['docx', 'pdf', 'txt', 'md', 'doc', 'wps'] },
    ],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
