import { type Display, screen } from 'electron';
import { v7 as uuid } from 'uuid';
import type { HallDisplay, HallScreenSettings, HallScreenStatus, HallWindowState } from '../../shared/domain/hall-screen';
import type { Settings } from '../../shared/domain/settings';
import { defaultSettings } from '../../shared/rules/defaults';
import { type DisplayFacts, deskDisplay, hallPlacement, type Rectangle, toggled } from '../../shared/rules/hall-placement';
import { log } from '../log';
import { Observable } from '../observable';
import type { Actor } from '../storage/protocol';
import type { Storage } from '../storage/storage';
import { revivalDelay, stillCounted } from './hall-revival';
import { HallWindow } from './hall-window';
import type { ScreenWindow } from './screen-window';

interface Surroundings {
  storage: Storage;
  actor(): Actor;
  now(): number;
  clockOffsetMs: number;
}

/**
 * Keeps the hall window where the desk's setting wants it: every change of displays, of the setting and every death is one
 * and the same question to the placement rule, so that no order of events leaves it in a wrong place.
 */
export class HallDisplayKeeper {
  readonly display = new Observable<HallDisplay>({ sound: 'voice', voiceName: '', kiosk: false, clockOffsetMs: 0, test: null });
  readonly status = new Observable<HallScreenStatus>({ state: 'off', displays: [] });
  private readonly window: HallWindow;
  private around: Surroundings | null = null;
  private setting: HallScreenSettings = defaultSettings().hallScreen;
  private title = '';
  private deaths: number[] = [];
  private reviving: NodeJS.Timeout | null = null;
  private stopFollowing: () => void = () => {};

  constructor(
    distDir: string,
    private readonly desk: ScreenWindow,
  ) {
    this.window = new HallWindow(distDir, {
      onGone: () => this.reviveLater(),
      onClosed: () => void this.keep({ ...this.setting, on: false }),
    });
  }

  isHall = (contents: Electron.WebContents): boolean => this.window.isHall(contents);

  /** From the moment on that the settings can be read. */
  follow(around: Surroundings): void {
    this.around = around;
    this.display.update({ clockOffsetMs: around.clockOffsetMs });
    const place = (): void => this.place();
    screen.on('display-added', place);
    screen.on('display-removed', place);
    screen.on('display-metrics-changed', place);
    // The clerk drags the desk to another display.
    const { browserWindow } = this.desk;
    browserWindow?.on('move', place);
    const stop = around.storage.subscribe('settings.all', {}, around.actor(), (result) => {
      if (!result.ok) return;
      const { hallScreen, unit } = result.value as Settings;
      this.title = `叫号大屏 · ${unit.name}`;
      this.use(hallScreen);
    });
    this.stopFollowing = () => {
      stop();
      screen.off('display-added', place);
      screen.off('display-removed', place);
      screen.off('display-metrics-changed', place);
      browserWindow?.off('move', place);
    };
  }

  async toggle(): Promise<HallScreenStatus> {
    await this.keep(toggled(this.setting, displayFacts(), this.deskBounds(), this.window.isOpen));
    return this.status.get();
  }

  test(): boolean {
    if (!this.window.isOpen || !this.around) return false;
    this.display.update({ test: { n: (this.display.get().test?.n ?? 0) + 1, at: this.around.now() } });
    return true;
  }

  close(): void {
    this.stopFollowing();
    this.around = null;
    if (this.reviving) clearTimeout(this.reviving);
    this.window.close();
  }

  /** Shown at once; a disk that takes no more writes keeps it only until the next start. */
  private async keep(setting: HallScreenSettings): Promise<void> {
    this.use(setting);
    const saved = await this.around?.storage.request('settings.hallScreen', setting, this.around.actor(), uuid());
    if (saved && !saved.ok) log.warn(`hall screen setting not kept: ${saved.error.code}`);
  }

  private use(setting: HallScreenSettings): void {
    this.setting = setting;
    this.display.update({ sound: setting.sound, voiceName: setting.voiceName });
    this.place();
  }

  private place(): void {
    if (!this.around) return;
    const displays = displayFacts();
    const placement = hallPlacement(displays, this.deskBounds(), this.setting);
    if (placement.kind === 'none') this.window.close();
    else if (!this.reviving) {
      const kiosk = placement.kind === 'full';
      if (this.display.get().kiosk !== kiosk) this.display.update({ kiosk });
      this.window.show(placement, this.title);
    }
    const state: HallWindowState = placement.kind === 'none' ? (placement.why === 'off' ? 'off' : 'waiting') : placement.kind;
    this.tell({ state, displays: this.listed(displays) });
  }

  private reviveLater(): void {
    if (!this.around || this.reviving) return;
    const now = Date.now();
    this.deaths = stillCounted([...this.deaths, now], now);
    this.reviving = setTimeout(
      () => {
        this.reviving = null;
        this.place();
      },
      revivalDelay(this.deaths, now),
    );
  }

  /** `move` comes many times a second. */
  private tell(status: HallScreenStatus): void {
    if (JSON.stringify(status) !== JSON.stringify(this.status.get())) this.status.set(status);
  }

  private listed(displays: readonly DisplayFacts[]): HallScreenStatus['displays'] {
    const deskId = deskDisplay(displays, this.deskBounds());
    return displays.map(({ id, label, bounds }) => ({ id, label, width: bounds.width, height: bounds.height, desk: id === deskId }));
  }

  private deskBounds(): Rectangle | null {
    const window = this.desk.browserWindow;
    if (!window) return null;
    // A minimised window stands nowhere on Windows; the desk is still where it will come up again.
    return window.isMinimized() ? window.getNormalBounds() : window.getBounds();
  }
}

const displayFacts = (): DisplayFacts[] =>
  screen.getAllDisplays().map(({ id, label, bounds, workArea }: Display) => ({ id: String(id), label, bounds, workArea }));
