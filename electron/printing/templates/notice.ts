import { type Html, html } from './html';

/** Sizes tried, mm; the smallest is about 5.7 pt and still read at arm's length. */
const SIZES = [2.9, 2.7, 2.5, 2.3, 2.15, 2];
const LINE = 1.32;
const MORE = '（其余见大厅公示的接访须知）';

/** Width of a text in em: a Chinese character is one, a Latin letter or digit about 0.6. */
export const ems = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6), 0);

export const linesOf = (paragraphs: readonly string[], sizeMm: number, widthMm: number): number =>
  // Half a character is lost at each line's end where a mark may not begin the next.
  paragraphs.reduce((lines, text) => lines + Math.max(1, Math.ceil(ems(text) / (widthMm / sizeMm - 0.7))), 0);

export interface FittedNotice {
  body: Html;
  sizeMm: number;
  heightMm: number;
}

/**
 * The notice in the largest type that fits its place. What does not fit even in the smallest is left
 * out whole paragraphs at a time, and the card says where the rest hangs: a cut sentence would mislead.
 */
export function fitNotice(paragraphs: readonly string[], widthMm: number, heightMm: number): FittedNotice {
  const all = paragraphs.filter((text) => text.trim() !== '');
  const smallest = SIZES.at(-1) ?? 2;
  const fits = (texts: readonly string[], size: number) => linesOf(texts, size, widthMm) * size * LINE <= heightMm;
  let kept = [...all];
  let size = SIZES.find((each) => fits(all, each));
  if (size === undefined) {
    size = smallest;
    while (kept.length > 0 && !fits([...kept, MORE], smallest)) kept.pop();
    kept = [...kept, MORE];
  }
  const style = `font-size:${size}mm;line-height:${LINE}`;
  return {
    body: html`<div class="notice" style="${style}">${kept.map((text) => html`<p>${text}</p>`)}</div>`,
    sizeMm: size,
    heightMm: linesOf(kept, size, widthMm) * size * LINE,
  };
}
