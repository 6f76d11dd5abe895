import { type Html, html } from './html';

export interface Marks {
  /** The demonstration unit's paper must never pass for real. */
  demo: boolean;
  /** n of 「补打 n」, 0 for the first print. */
  reprint: number;
}

export const marks = ({ demo, reprint }: Marks): Html =>
  html`<div class="marks">${demo && html`<b>演示</b>`}${reprint > 0 && html`<b>补打 ${reprint}</b>`}</div>`;

export const MARKS_CSS =
  '.marks b{display:inline-block;border:.35mm solid #000;border-radius:.8mm;padding:0 1.2mm;margin-left:1mm;font-size:3mm;line-height:4.4mm}';
