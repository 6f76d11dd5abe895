import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import type { PrintContent } from '../../shared/documents/content';
import { pagePreferences } from '../security/page-preferences';
import { guardSession } from '../security/session-guard';
import { RenderError } from './render-error';
import type { PageLook, PageRenderer } from './service';
import type { Margins } from './templates/document';
import { pageFor } from './templates/page';

const HANG_MS = 10_000;
const IDLE_MS = 60_000;
const MM_PER_INCH = 25.4;
const ORIGIN = 'app://print/';
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'cache-control': 'no-store',
};

const NO_MARGINS: Margins = { top: 0, bottom: 0, left: 0, right: 0 };
const inInches = ({ top, bottom, left, right }: Margins): Margins => ({
  top: top / MM_PER_INCH,
  bottom: bottom / MM_PER_INCH,
  left: left / MM_PER_INCH,
  right: right / MM_PER_INCH,
});

/**
 * Pages are made by `printToPDF` in one hidden window, never by `print()`: on Electron 33 an A6 card
 * printed silently came out as A4, while printToPDF gives the exact page (5 ms once the window is warm).
 * The window runs no script, reaches nothing but the page handed to it, and is closed after a minute.
 */
export class WindowRenderer implements PageRenderer {
  private window: BrowserWindow | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | null = null;
  private readonly pages = new Map<string, string>();
  private readonly served = new Set<string>();
  private own: Electron.Session | null = null;
  private closed = false;

  constructor(private readonly hangMs = HANG_MS) {}

  render(content: PrintContent, look: PageLook): Promise<Uint8Array> {
    const turn = this.tail.then(() => this.renderNow(content, look));
    this.tail = turn.catch(() => {});
    return turn;
  }

  close(): void {
    this.closed = true;
    this.drop();
  }

  private async renderNow(content: PrintContent, look: PageLook): Promise<Uint8Array> {
    if (this.closed) throw new RenderError('closed');
    if (this.idle) clearTimeout(this.idle);
    const { html, width, height, flow } = pageFor(content, look);
    const id = randomUUID();
    this.pages.set(id, html);
    const window = this.open();
    try {
      const pdf = await this.guarded(window, async () => {
        await window.loadURL(ORIGIN + id);
        // An error page loads without an error, too, and would be printed as a blank card.
        if (!this.served.has(id)) throw new RenderError('no-page', 'the page was not served');
        return window.webContents.printToPDF({
          pageSize: { width: width / MM_PER_INCH, height: height / MM_PER_INCH },
          margins: inInches(flow?.margins ?? NO_MARGINS),
          printBackground: true,
          displayHeaderFooter: flow !== undefined,
          ...(flow && { headerTemplate: '<span></span>', footerTemplate: flow.footer }),
        });
      });
      this.idle = setTimeout(() => this.drop(), IDLE_MS);
      this.idle.unref();
      return new Uint8Array(pdf);
    } catch (cause) {
      // Whatever happened, the next page gets a fresh window.
      this.drop();
      throw cause instanceof RenderError ? cause : new RenderError(this.closed ? 'closed' : 'no-page', String(cause));
    } finally {
      this.pages.delete(id);
      this.served.delete(id);
    }
  }

  /** The work, unless the page hangs, its process dies or the window is closed first. */
  private guarded<T>(window: BrowserWindow, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const gone = (_event: unknown, details: Electron.RenderProcessGoneDetails) =>
        settle(() => reject(new RenderError('crashed', details.reason)));
      const shut = () => settle(() => reject(new RenderError(this.closed ? 'closed' : 'crashed', 'window closed')));
      const timer = setTimeout(() => settle(() => reject(new RenderError('too-slow'))), this.hangMs);
      const settle = (end: () => void) => {
        clearTimeout(timer);
        if (!window.isDestroyed()) {
          window.webContents.off('render-process-gone', gone);
          window.off('closed', shut);
        }
        end();
      };
      window.webContents.on('render-process-gone', gone);
      window.on('closed', shut);
      work().then(
        (value) => settle(() => resolve(value)),
        (cause) => settle(() => reject(cause)),
      );
    });
  }

  private open(): BrowserWindow {
    if (this.window && !this.window.isDestroyed()) return this.window;
    const own = this.prepare();
    const window = new BrowserWindow({
      show: false,
      width: 800,
      height: 1000,
      skipTaskbar: true,
      webPreferences: pagePreferences(own, { javascript: false, webgl: false, devTools: false, backgroundThrottling: false }),
    });
    this.window = window;
    return window;
  }

  /** No `persist:` prefix: the partition lives in memory and nothing of a card reaches the disk. */
  private prepare(): Electron.Session {
    if (this.own) return this.own;
    const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
    guardSession(own, { urls: /^(app:\/\/print\/|data:)/ });
    own.protocol.handle('app', ({ url }) => this.serve(url.slice(ORIGIN.length)));
    this.own = own;
    return own;
  }

  private serve(id: string): Response {
    const html = this.pages.get(id);
    if (html === undefined) return new Response(null, { status: 404 });
    this.served.add(id);
    return new Response(html, { headers: HEADERS });
  }

  private drop(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    const window = this.window;
    this.window = null;
    if (window && !window.isDestroyed()) window.destroy();
  }
}
