import { type BrowserWindow, dialog } from 'electron';

/** Only a person chooses what is read and where something is written: no path comes from a screen. */
async function choose(window: BrowserWindow | null, title: string, name: string, extensions: string[]): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title, properties: ['openFile'], filters: [{ name, extensions }] };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

async function place(window: BrowserWindow | null, title: string, defaultPath: string, extension: string): Promise<string | null> {
  const options = { title, defaultPath, filters: [{ name: title, extensions: [extension] }] };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return null;
  return answer.filePath.toLowerCase().endsWith(`.${extension}`) ? answer.filePath : `${answer.filePath}.${extension}`;
}

export const chooseHubFile = (window: BrowserWindow | null): Promise<string | null> =>
  choose(window, '选择中心的连接文件', '中心连接文件', ['xfhub']);
export const chooseJoiningFile = (window: BrowserWindow | null): Promise<string | null> =>
  choose(window, '选择加入文件', '加入文件', ['xfjoin']);
export const choosePackage = (window: BrowserWindow | null): Promise<string | null> => choose(window, '选择数据包', '数据包', ['xfpkg']);
export const placeJoiningFile = (window: BrowserWindow | null, deskCode: string): Promise<string | null> =>
  place(window, '保存加入文件', `加入-${deskCode}号登记台.xfjoin`, 'xfjoin');
export const placePackage = (window: BrowserWindow | null, deskCode: string, day: string): Promise<string | null> =>
  place(window, '导出数据包', `数据包-${deskCode}号登记台-${day}.xfpkg`, 'xfpkg');
