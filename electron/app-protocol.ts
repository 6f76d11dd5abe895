import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

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
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of one folder to one origin of one session; anything else is 404. */
export function serve(session: Session, host: string, folder: string): void {
  const root = normalize(folder + sep);
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(root, decodeURIComponent(url.pathname)));
    const type = TYPES[extname(path)];
    if (url.host !== host || !path.startsWith(root) || !type) return new Response('', { status: 404 });
    try {
      // readFile reads inside an asar too; fetch('file://') would need its own scheme rights.
      return new Response(new Uint8Array(await readFile(path)), {
        headers: { 'content-type': type, 'content-security-policy': CSP, 'x-content-type-options': 'nosniff' },
      });
    } catch {
      return new Response('', { status: 404 });
    }
  });
}
