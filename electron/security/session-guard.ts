import { app, type Session, type WebContents } from 'electron';
import { log } from '../log';
import type { MediaLease, MediaRequest } from '../windows/media-lease';

/** Our own scheme, and what a page makes itself. `devtools:` is the developer tools' own page, which a release never opens. */
const OWN = /^(app|data|blob|devtools):/;
/** Nothing answers there: what passes neither the request filter nor a page's policy (preconnect, WebRTC over TCP) ends here. */
const NOWHERE = { mode: 'fixed_servers', proxyRules: 'socks5://0.0.0.0:1', proxyBypassRules: '<-loopback>' } as const;

interface Allowed {
  leases?: readonly MediaLease[];
  /** Addresses that may be loaded, instead of all of our own. */
  urls?: RegExp;
}

/**
 * A session that nobody guarded by name (Chromium's default one, one that a library makes) lets no page do anything, from its
 * first moment. What the main process itself asks through one is no page's doing, and goes its way.
 */
export function guardEverySession(): void {
  app.on('session-created', (session) => guard(session, [], ({ url, webContentsId }) => webContentsId === undefined || OWN.test(url)));
}

/** Nothing is granted, but for what a lease allows while it stands; nothing is loaded but what is ours; nothing is downloaded. */
export function guardSession(session: Session, { leases = [], urls = OWN }: Allowed = {}): void {
  guard(session, leases, ({ url }) => urls.test(url));
  void session.setProxy(NOWHERE);
}

type Asked = Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'webContentsId'>;

/** Later handlers take the place of earlier ones, so a session may be guarded again, by name. */
function guard(session: Session, leases: readonly MediaLease[], mayLoad: (asked: Asked) => boolean): void {
  const allows = (page: WebContents | null, request: MediaRequest): boolean => leases.some((lease) => lease.allows(page, request));
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(allows(contents, { permission, mediaTypes, isMainFrame: details.isMainFrame, url: details.requestingUrl }));
  });
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType, isMainFrame }) => {
    return allows(contents, { permission, mediaTypes: mediaType ? [mediaType] : [], isMainFrame, url: origin });
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = mayLoad(details);
    if (!allowed) log.warn(`refused: request to ${new URL(details.url).protocol}`);
    answer({ cancel: !allowed });
  });
  guardOnce(session);
}

const guarded = new WeakSet<Session>();
/** What is the same for every session, and must not be heard twice. */
function guardOnce(session: Session): void {
  if (guarded.has(session)) return;
  guarded.add(session);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    log.warn('refused: screen capture');
    // An empty answer is the platform's way to refuse; its types do not know that.
    answer({});
  });
  session.on('select-hid-device', (event, _details, answer) => {
    refuse(event, 'hid');
    answer('');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    refuse(event, 'usb');
    answer('');
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    refuse(event, 'serial');
    answer('');
  });
  session.on('will-download', (event) => refuse(event, 'download'));
  session.setSpellCheckerEnabled(false);
}

function refuse(event: { preventDefault(): void }, what: string): void {
  event.preventDefault();
  log.warn(`refused: ${what}`);
}
