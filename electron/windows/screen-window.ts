import { join } from 'node:path';
import { app, BrowserWindow, Menu, session, type WebContents } from 'electron';
import { DESK_ORIGIN, serve } from '../app-protocol';
import { log } from '../log';
import { pagePreferences } from '../security/page-preferences';
import { guardSession } from '../security/session-guard';
import { MediaLease } from './media-lease';

/** No `persist:`: the screens' partition is in memory only, so nothing typed reaches the disk through Chromium. */
const PARTITION = 'screens';

/** The one window a clerk sees. Its page may crash and be reloaded; nothing but the page is lost. */
export class ScreenWindow {
  readonly camera = new MediaLease(DESK_ORIGIN, 'video');
  readonly microphone = new MediaLease(DESK_ORIGIN, 'audio', () => this.silenced());
  private window: BrowserWindow | null = null;
  private closed: () => void = () => {};
  private silenced: () => void = () => {};

  constructor(private readonly distDir: string) {}

  open(title: string): BrowserWindow {
    Menu.setApplicationMenu(null);
    const own = session.fromPartition(PARTITION, { cache: false });
    serve(own, 'desk', join(this.distDir, 'renderer'));
    guardSession(own, { leases: [this.camera, this.microphone] });
    const window = new BrowserWindow({
      title,
      width: 1366,
      height: 768,
      minWidth: 900,
      minHeight: 600,
      show: false,
      backgroundColor: '#f3f5f8',
      webPreferences: pagePreferences(own, {
        preload: join(this.distDir, 'electron', 'preload.cjs'),
        devTools: !app.isPackaged,
        // A recording goes on behind another window, and its parts are cut by timers.
        backgroundThrottling: false,
        // Another desk's alarm must be heard where nobody has touched a key since the start.
        autoplayPolicy: 'no-user-gesture-required',
      }),
    });
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => this.closed());
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('render-process-gone', (_event, details) => {
      log.error(`screen gone: ${details.reason}`);
      if (!window.isDestroyed() && details.reason !== 'clean-exit') window.webContents.reload();
    });
    void window.loadURL(`${DESK_ORIGIN}/index.html`);
    this.window = window;
    return window;
  }

  /** The hidden storage window would keep the program alive: closing the screen is closing the program. */
  onClosed(closed: () => void): void {
    this.closed = closed;
  }

  /** The page that held the microphone is gone: what it recorded ends here. */
  onMicrophoneLost(lost: () => void): void {
    this.silenced = lost;
  }

  /** A second start of the program: show what is already there. */
  focus(): void {
    if (!this.window || this.window.isDestroyed()) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }
  /** Another desk's alarm: to be seen at once, while the keys stay where somebody is typing. */
  comeForward(): void {
    if (!this.window || this.window.isDestroyed() || this.window.isFocused()) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.showInactive();
    this.window.moveTop();
    this.window.flashFrame(true);
  }
  setTitle(title: string): void {
    if (this.window && !this.window.isDestroyed()) this.window.setTitle(title);
  }
  isScreen = (contents: WebContents): boolean => this.window !== null && !this.window.isDestroyed() && this.window.webContents === contents;
  get browserWindow(): BrowserWindow | null {
    return this.window && !this.window.isDestroyed() ? this.window : null;
  }
}
