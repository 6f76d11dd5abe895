import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { fileInside } from './security/inside';

/**
 * `app://storage` and `app://desk`: privileged origins of our own, so that IndexedDB has a stable home and no page
 * ever comes from file:// or the network. The scheme, host and partition of the storage origin never change
 * after the first release: a change would orphan every database.
 */
export const SCHEME = 'app';
export const STORAGE_ORIGIN = 'app://storage';
export const DESK_ORIGIN = 'app://desk';
export const HALL_ORIGIN = 'app://hall';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; webrtc 'block'";
const SAFE = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  // A name that is only looked up has left the house, too.
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
};

/** Before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of one folder to one origin of one session; anything else is 404. */
export function serve(session: Session, host: string, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const path = fileInside(folder, url.pathname);
    const type = path && TYPES[extname(path)];
    if (url.host !== host || request.method !== 'GET' || !type) return new Response('', { status: 404 });
    try {
      // readFile reads inside an asar too; fetch('file://') would need its own scheme rights.
      return new Response(new Uint8Array(await readFile(path)), {
        headers: { 'content-type': type, ...SAFE },
      });
    } catch {
      return new Response('', { status: 404 });
    }
  });
}
