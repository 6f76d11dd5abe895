import { app, type Session, type WebContents } from 'electron';
import { log } from '../log';
import type { MediaLease, MediaRequest } from '../windows/media-lease';

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

/** Nothing is granted, but for what a lease allows while it stands. */
export function guardSession(session: Session, leases: readonly MediaLease[] = []): void {
  const allows = (page: WebContents | null, request: MediaRequest): boolean => leases.some((lease) => lease.allows(page, request));
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(allows(contents, { permission, mediaTypes, isMainFrame: details.isMainFrame, url: details.requestingUrl }));
  });
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType, isMainFrame }) => {
    return allows(contents, { permission, mediaTypes: mediaType ? [mediaType] : [], isMainFrame, url: origin });
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
