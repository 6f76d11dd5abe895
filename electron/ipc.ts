import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { DESK_ORIGIN, HALL_ORIGIN } from './app-protocol';
import type { Router, Sender } from './router';

/** Electron's messages in, the router's answers out. Three channels, no others. */
export function listen(router: Router, windowOf: (contents: WebContents) => 'screen' | 'hall-screen' | 'unknown'): void {
  const stops = new Map<WebContents, Map<number, () => void>>();

  const senderOf = (event: IpcMainEvent | IpcMainInvokeEvent): Sender => {
    const frame = event.senderFrame;
    const name = windowOf(event.sender);
    const home = name === 'hall-screen' ? HALL_ORIGIN : DESK_ORIGIN;
    const genuine = name !== 'unknown' && frame !== null && frame === event.sender.mainFrame && originOf(frame.url) === home;
    return { genuine, name: genuine ? name : 'unknown' };
  };

  const subscriptionsOf = (contents: WebContents): Map<number, () => void> => {
    const known = stops.get(contents);
    if (known) return known;
    const fresh = new Map<number, () => void>();
    stops.set(contents, fresh);
    const stopAll = (): void => {
      for (const stop of fresh.values()) stop();
      fresh.clear();
    };
    // A page that was reloaded or died takes its subscriptions with it.
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) stopAll();
    });
    contents.on('render-process-gone', stopAll);
    contents.once('destroyed', () => {
      stopAll();
      stops.delete(contents);
    });
    return fresh;
  };

  ipcMain.handle('request', (event, name: unknown, input: unknown) => router.request(senderOf(event), name, input));

  ipcMain.on('subscribe', (event, id: unknown, name: unknown, input: unknown) => {
    if (typeof id !== 'number') return;
    const contents = event.sender;
    const own = subscriptionsOf(contents);
    own.get(id)?.();
    // Each result replaces the one before; the number lets the page drop one that was overtaken on the way.
    let version = 0;
    own.set(
      id,
      router.subscribe(senderOf(event), name, input, (result) => {
        if (!contents.isDestroyed()) contents.send('live', id, ++version, result);
      }),
    );
  });

  ipcMain.on('unsubscribe', (event, id: unknown) => {
    if (typeof id !== 'number') return;
    const own = stops.get(event.sender);
    own?.get(id)?.();
    own?.delete(id);
  });
}

/** `URL.origin` is "null" for our scheme in Node; scheme and host are what we compare. */
function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}
