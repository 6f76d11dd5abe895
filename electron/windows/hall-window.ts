import { join } from 'node:path';
import { BrowserWindow, powerSaveBlocker, session, type WebContents } from 'electron';
import type { HallPlacement, Rectangle } from '../../shared/rules/hall-placement';
import { HALL_ORIGIN, serve } from '../app-protocol';
import { log } from '../log';
import { pagePreferences } from '../security/page-preferences';
import { guardSession } from '../security/session-guard';

/** In memory: the hall screen leaves nothing on the disk. Apart from the desk's, which has the camera. */
const PARTITION = 'hall';
export type Placed = Exclude<HallPlacement, { kind: 'none' }>;

let served: Electron.Session | null = null;
function hallSession(distDir: string): Electron.Session {
  if (served) return served;
  served = session.fromPartition(PARTITION, { cache: false });
  serve(served, 'hall', join(distDir, 'hall'));
  guardSession(served);
  return served;
}

/**
 * The window on the second display. It is never given the focus: a clerk who types while the hall screen comes up goes on
 * typing. On a display of its own it cannot take any (`focusable`), lies above task bars and has no frame; Electron's
 * `kiosk` and `fullscreen` would activate it, so it is simply as large as the display.
 */
export class HallWindow {
  private window: BrowserWindow | null = null;
  private kind: Placed['kind'] | null = null;
  private awake: number | null = null;

  constructor(
    private readonly distDir: string,
    private readonly heard: {
      /** The page died or hangs; the window is gone. */
      onGone(reason: string): void;
      /** A person closed it. */
      onClosed(): void;
    },
  ) {}

  get isOpen(): boolean {
    return this.window !== null && !this.window.isDestroyed();
  }
  isHall = (contents: WebContents): boolean => this.window !== null && !this.window.isDestroyed() && this.window.webContents === contents;

  show(place: Placed, title: string): void {
    if (this.isOpen && this.kind !== place.kind) this.close();
    const { window } = this;
    if (!window || window.isDestroyed()) {
      this.open(place, title);
      return;
    }
    window.setTitle(title);
    // A window is moved by who uses it; what fills a display goes with the display.
    if (place.kind === 'full' && !same(window.getBounds(), place.bounds)) window.setBounds(place.bounds);
  }

  close(): void {
    const { window } = this;
    this.window = null;
    this.kind = null;
    if (this.awake !== null) powerSaveBlocker.stop(this.awake);
    this.awake = null;
    if (window && !window.isDestroyed()) window.destroy();
  }

  private open(place: Placed, title: string): void {
    const full = place.kind === 'full';
    const window = new BrowserWindow({
      title,
      ...place.bounds,
      show: false,
      frame: !full,
      focusable: !full,
      resizable: !full,
      movable: !full,
      minimizable: !full,
      fullscreenable: false,
      skipTaskbar: full,
      alwaysOnTop: full,
      hasShadow: !full,
      roundedCorners: !full,
      enableLargerThanScreen: true,
      autoHideMenuBar: true,
      backgroundColor: '#f1f4f8',
      webPreferences: pagePreferences(hallSession(this.distDir), {
        preload: join(this.distDir, 'electron', 'preload.cjs'),
        devTools: false,
        // Nobody touches this window, and a call must be heard while another window has the focus.
        autoplayPolicy: 'no-user-gesture-required',
        backgroundThrottling: false,
      }),
    });
    this.window = window;
    this.kind = place.kind;
    this.watch(window);
    if (full) {
      window.setAlwaysOnTop(true, 'screen-saver');
      // A display of another scale: the constructor's bounds were taken at the first display's.
      window.setBounds(place.bounds);
      this.awake = powerSaveBlocker.start('prevent-display-sleep');
    }
    window.once('ready-to-show', () => {
      if (window.isDestroyed()) return;
      window.showInactive();
      if (full) window.setBounds(place.bounds);
    });
    window.loadURL(`${HALL_ORIGIN}/index.html`).catch((error: unknown) => {
      if (!window.isDestroyed()) this.gone(window, error instanceof Error ? error.name : 'load');
    });
  }

  private watch(window: BrowserWindow): void {
    window.removeMenu();
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('render-process-gone', (_event, { reason }) => this.gone(window, reason));
    window.on('unresponsive', () => this.gone(window, 'unresponsive'));
    window.on('closed', () => {
      if (this.window !== window) return;
      this.close();
      this.heard.onClosed();
    });
  }

  private gone(window: BrowserWindow, reason: string): void {
    if (this.window !== window) return;
    log.warn(`hall screen gone: ${reason}`);
    this.close();
    this.heard.onGone(reason);
  }
}

const same = (a: Rectangle, b: Rectangle): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
