const NAMES: Record<string, string> = { '105x148': 'A6', '148x210': 'A5', '210x297': 'A4' };

/** Whole millimetres of a page: Chromium rounds up to whole points (A6: 298 × 420), and this gives the paper back. */
export const wholeMm = (width: number, height: number): string => `${Math.round(width)}x${Math.round(height)}`;

/** The name a printer's own tray has for a page of this size, if it is a standard one. */
export const paperName = (width: number, height: number): string | undefined => NAMES[wholeMm(width, height)];
