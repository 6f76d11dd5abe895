import { type Html, html } from './html';

/** Labels with a line behind each, to be written on by hand. */
export const blanks = (labels: readonly string[]): Html => html`${labels.map((label) => html`<span>${label}</span><i></i>`)}`;
