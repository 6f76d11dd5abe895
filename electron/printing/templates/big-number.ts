import { FONTS } from './document';
import { type Html, html } from './html';

/**
 * The queue number, its digits at least 24 mm of ink, to be read at three metres. Digits are about
 * 0.73 em high in Noto Sans CJK SC Bold (0.69 in the lowest of our fonts): 36 mm gives 26 (24.8) mm.
 * The width is fixed, not hoped for: a longer number or a wider font is condensed to fit.
 */
export const NUMBER_FONT_MM = 36;
const EM_WIDTH = 0.6;

export function bigNumber(queueNumber: string, widthMm: number): Html {
  const natural = [...queueNumber].length * EM_WIDTH * NUMBER_FONT_MM;
  const width = Math.min(natural, widthMm);
  const height = 29;
  const style = `font:bold ${NUMBER_FONT_MM}px ${FONTS}`;
  return html`<svg class="number" role="img" width="${widthMm}mm" height="${height}mm" viewBox="0 0 ${widthMm} ${height}"><text x="${widthMm / 2}" y="27.6" text-anchor="middle" textLength="${width}" lengthAdjust="spacingAndGlyphs" style="${style}">${queueNumber}</text></svg>`;
}
