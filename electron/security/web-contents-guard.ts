import { app, type Session, type WebContents } from 'electron';
import { log } from '../log';

/** No page of ours goes anywhere, opens anything or is granted anything. */
export function guardWebContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => refuse(event, 'navigation'));
    contents.on('will-redirect', (event) => refuse(event, 'redirect'));
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
    contents.setWindowOpenHandler(() => {
      log.warn('refused: new window');
      return { action: 'deny' };
    });
  });
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => refuse(event, 'download'));
  session.setSpellCheckerEnabled(false);
  // Only our own scheme, and what a page makes itself.
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = /^(app|data|blob|devtools):/.test(details.url);
    if (!allowed) log.warn(`refused: request to ${new URL(details.url).protocol}`);
    answer({ cancel: !allowed });
  });
}

function refuse(event: { preventDefault(): void }, what: string): void {
  event.preventDefault();
  log.warn(`refused: ${what}`);
}
