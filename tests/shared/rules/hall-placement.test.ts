import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HallScreenSettings } from '../../../shared/domain/hall-screen';
import { type DisplayFacts, deskDisplay, hallPlacement, type Rectangle, toggled } from '../../../shared/rules/hall-placement';

const display = (id: string, x: number, label = '', width = 1920, height = 1080): DisplayFacts => ({
  id,
  label,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height: height - 40 },
});
const OWN = display('1', 0, 'eDP-1', 1366, 768);
const HALL = display('2', 1366, 'HDMI-2');
const THIRD = display('3', 3286, 'DP-1');
const DESK: Rectangle = { x: 10, y: 10, width: 1300, height: 700 };
const setting = (over: Partial<HallScreenSettings> = {}): HallScreenSettings => HallScreenSettings.parse({ on: true, ...over });
const whereIs = (displays: DisplayFacts[], over: Partial<HallScreenSettings> = {}, desk: Rectangle | null = DESK): string => {
  const place = hallPlacement(displays, desk, setting(over));
  return place.kind === 'full' ? place.displayId : place.kind === 'none' ? place.why : 'window';
};

describe('where the hall screen stands', () => {
  it.each<[string, DisplayFacts[], Partial<HallScreenSettings>, string]>([
    ['switched off', [OWN, HALL], { on: false }, 'off'],
    ['one display', [OWN], {}, 'no-display'],
    ['one display, a window wanted', [OWN], { windowed: true }, 'window'],
    ['a second display', [OWN, HALL], {}, '2'],
    ['a second display goes before a window', [OWN, HALL], { windowed: true }, '2'],
    ['chosen', [OWN, HALL, THIRD], { displayId: '3' }, '3'],
    ['chosen and away: it waits, the other may be a colleague’s', [OWN, THIRD], { displayId: '2', displayLabel: 'HDMI-2' }, 'no-display'],
    ['chosen, with another id since the last driver', [OWN, { ...HALL, id: '99' }], { displayId: '2', displayLabel: 'HDMI-2' }, '99'],
    [
      'two of that name: neither',
      [OWN, { ...HALL, id: '8' }, { ...THIRD, id: '9', label: 'HDMI-2' }],
      { displayId: '2', displayLabel: 'HDMI-2' },
      'no-display',
    ],
    ['chosen is where the desk stands', [OWN, HALL], { displayId: '1', displayLabel: 'eDP-1' }, 'no-display'],
    ['nothing connected at all', [], { windowed: true }, 'no-display'],
  ])('%s', (_case, displays, over, where) => {
    expect(whereIs(displays, over)).toBe(where);
  });

  it('gives way to a desk that is dragged over', () => {
    expect(whereIs([OWN, HALL], {}, { ...DESK, x: 1500 })).toBe('1');
    expect(whereIs([OWN, HALL], { displayId: '2' }, { ...DESK, x: 1500 })).toBe('no-display');
  });
  it('counts a desk between two displays to the one that shows most of it', () => {
    expect(deskDisplay([OWN, HALL], { x: 1000, y: 0, width: 800, height: 600 })).toBe('2');
    expect(deskDisplay([OWN, HALL], { x: 600, y: 0, width: 800, height: 600 })).toBe('1');
  });

  const rectangle = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -2000, max: 2000 }),
    width: fc.integer({ min: 320, max: 3840 }),
    height: fc.integer({ min: 240, max: 2160 }),
  });
  const displays = fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }).map(String), label: fc.constantFrom('', 'A', 'B'), bounds: rectangle }), {
      selector: (one) => one.id,
      maxLength: 5,
    })
    .map((all) => all.map((one): DisplayFacts => ({ ...one, workArea: one.bounds })));
  const settings = fc.record({
    on: fc.boolean(),
    displayId: fc.constantFrom('', '1', '2', '3'),
    displayLabel: fc.constantFrom('', 'A', 'B'),
    windowed: fc.boolean(),
  });

  it('never fills the display that the desk stands on, and a window lies inside its display', () => {
    fc.assert(
      fc.property(displays, rectangle, settings, (all, desk, wanted) => {
        const place = hallPlacement(all, desk, wanted);
        if (place.kind === 'full') expect(place.displayId).not.toBe(deskDisplay(all, desk));
        const only = all[0];
        if (place.kind !== 'window' || !only) return;
        const { x, y, width, height } = only.workArea;
        expect(place.bounds.x).toBeGreaterThanOrEqual(x);
        expect(place.bounds.y).toBeGreaterThanOrEqual(y - 1);
        expect(place.bounds.x + place.bounds.width).toBeLessThanOrEqual(x + width);
        expect(place.bounds.y + place.bounds.height).toBeLessThanOrEqual(y + height);
      }),
    );
  });
  it('the key shows what was hidden and hides what was shown, whatever is connected', () => {
    fc.assert(
      fc.property(displays, rectangle, settings, (all, desk, wanted) => {
        fc.pre(all.length > 0);
        const shown = toggled(wanted, all, desk, false);
        expect(hallPlacement(all, desk, shown).kind).not.toBe('none');
        expect(hallPlacement(all, desk, toggled(shown, all, desk, true)).kind).toBe('none');
      }),
    );
  });
});
