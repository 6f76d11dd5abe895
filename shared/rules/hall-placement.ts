import type { HallScreenSettings } from '../domain/hall-screen';

/** Screen coordinates in device-independent pixels, as Electron gives them. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface DisplayFacts {
  id: string;
  label: string;
  bounds: Rectangle;
  /** Without task bars. */
  workArea: Rectangle;
}
export type HallPlacement =
  /** The whole of a display that is not the desk's. */
  | { kind: 'full'; displayId: string; bounds: Rectangle }
  /** An ordinary window on the only display. */
  | { kind: 'window'; bounds: Rectangle }
  | { kind: 'none'; why: 'off' | 'no-display' };

type Setting = Pick<HallScreenSettings, 'on' | 'displayId' | 'displayLabel' | 'windowed'>;

/**
 * Where the hall screen stands. It never covers the display the clerk works on, and a display that was chosen and is
 * away is waited for: the next one may be a colleague's.
 * @param desk the desk window's bounds; null while there is none
 */
export function hallPlacement(displays: readonly DisplayFacts[], desk: Rectangle | null, setting: Setting): HallPlacement {
  if (!setting.on) return { kind: 'none', why: 'off' };
  const deskId = deskDisplay(displays, desk);
  const others = displays.filter((display) => display.id !== deskId);
  const chosen = setting.displayId === '' ? others[0] : find(others, setting);
  if (chosen) return { kind: 'full', displayId: chosen.id, bounds: chosen.bounds };
  const only = displays[0];
  if (setting.windowed && displays.length === 1 && only) return { kind: 'window', bounds: windowIn(only.workArea) };
  return { kind: 'none', why: 'no-display' };
}

/** By id; by its name where a driver gave it another id, if only one is called so. */
function find(displays: readonly DisplayFacts[], { displayId, displayLabel }: Setting): DisplayFacts | undefined {
  const byId = displays.find((display) => display.id === displayId);
  if (byId || displayLabel === '') return byId;
  const named = displays.filter((display) => display.label === displayLabel);
  return named.length === 1 ? named[0] : undefined;
}

/** The display that shows most of the desk's window; the first of all when it is nowhere to be seen. */
export function deskDisplay(displays: readonly DisplayFacts[], desk: Rectangle | null): string | null {
  let best = displays[0] ?? null;
  let most = 0;
  for (const display of displays) {
    const shared = desk ? overlap(display.bounds, desk) : 0;
    if (shared > most) {
      most = shared;
      best = display;
    }
  }
  return best?.id ?? null;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** 16:9 in the lower right corner, two thirds of the width: the form's left side stays free. */
function windowIn(area: Rectangle): Rectangle {
  const width = Math.round(Math.min((area.width * 2) / 3, (area.height * 16) / 9));
  const height = Math.round((width * 9) / 16);
  return { x: area.x + area.width - width, y: area.y + area.height - height, width, height };
}

/**
 * What Ctrl+Alt+D makes of the setting: a window that can be seen is hidden. Otherwise it is shown, in a window of its
 * own when no other display would take it.
 * @param state where the window stands now
 */
export function toggled<S extends Setting>(setting: S, displays: readonly DisplayFacts[], desk: Rectangle | null, visible: boolean): S {
  if (visible) return { ...setting, on: false };
  const on = { ...setting, on: true, windowed: false };
  const placed = hallPlacement(displays, desk, on).kind === 'full';
  if (placed) return on;
  // A chosen display that is away while others are here: the key asks for a screen now, so any other will do.
  if (displays.length > 1) return { ...on, displayId: '', displayLabel: '' };
  return { ...on, windowed: true };
}
