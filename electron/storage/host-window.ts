import { join } from 'node:path';
import { app, BrowserWindow, MessageChannelMain, type MessagePortMain, session } from 'electron';
import { STORAGE_ORIGIN, serve } from '../app-protocol';
import { pagePreferences } from '../security/page-preferences';
import { guardSession } from '../security/session-guard';

/** Never changes after the first release: the database's folder hangs on it. */
const PARTITION = 'persist:storage';

export interface HostWindow {
  port: MessagePortMain;
  close(): void;
  /** For a host that no longer answers: as if it had died. */
  end(reason: string): void;
  isGone(): boolean;
  /** Called once when the host is gone. */
  onGone(heard: (reason: string) => void): void;
}

let served = false;
function storageSession(distDir: string): Electron.Session {
  const own = session.fromPartition(PARTITION, { cache: false });
  if (!served) {
    served = true;
    serve(own, 'storage', join(distDir, 'storage'));
    guardSession(own);
  }
  return own;
}

/**
 * The hidden, sandboxed window that owns IndexedDB. Electron's main process has none, a page does; the port is
 * made here and given to this page alone, so no screen can reach the database.
 */
export async function openHostWindow(distDir: string): Promise<HostWindow> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: pagePreferences(storageSession(distDir), {
      preload: join(distDir, 'electron', 'storage-preload.cjs'),
      devTools: !app.isPackaged,
      backgroundThrottling: false,
    }),
  });
  let closing = false;
  let onGone: (reason: string) => void = () => {};
  const gone = (reason: string): void => {
    if (closing) return;
    closing = true;
    if (!window.isDestroyed()) window.destroy();
    onGone(reason);
  };
  window.webContents.on('render-process-gone', (_event, details) => gone(details.reason));
  window.on('closed', () => gone('closed'));
  await window.loadURL(`${STORAGE_ORIGIN}/index.html`);
  const { port1, port2 } = new MessageChannelMain();
  window.webContents.postMessage('storage-port', null, [port2]);
  return {
    port: port1,
    end: gone,
    isGone: () => closing,
    onGone: (heard) => {
      onGone = heard;
    },
    close: () => {
      closing = true;
      port1.close();
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
