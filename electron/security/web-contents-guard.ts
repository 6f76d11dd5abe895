import { app, type Session, type WebContents } from 'electron';
import type { CameraLease } from '../attachments/camera-lease';
import { log } from '../log';

/** No page of ours goes anywhere or opens anything. */
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

/** Nothing is granted, but for the camera's picture while its lease stands. @param camera absent: not even that */
export function guardSession(session: Session, camera?: CameraLease): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(camera?.allows(contents, { permission, mediaTypes, isMainFrame: details.isMainFrame, url: details.requestingUrl }) ?? false);
  });
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType, isMainFrame }) => {
    return camera?.allows(contents, { permission, mediaTypes: mediaType ? [mediaType] : [], isMainFrame, url: origin }) ?? false;
  });
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
