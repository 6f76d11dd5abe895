import type { LetterBlock, LetterModel } from '../../../shared/documents/letter';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { blanks } from './blanks';
import { code128 } from './codes';
import { A4, flowing, type Page } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';

export const LETTER_MARGINS = { top: 20, right: 22, bottom: 22, left: 24 };

export const LETTER_CSS = `
body{font-size:4.3mm;line-height:7.4mm}
header{position:relative;text-align:center;margin-bottom:4mm}
header .unit{font-size:4.2mm}
header h1{font-size:7mm;line-height:12mm;letter-spacing:1.2mm}
header .number{font-size:3.5mm;display:flex;justify-content:space-between;border-bottom:.3mm solid #000;padding-bottom:1mm}
header .marks{position:absolute;right:0;top:0}
h2{font-size:4.5mm;line-height:8mm;margin-top:2mm;break-after:avoid}
p{text-indent:2em;text-align:justify;overflow-wrap:anywhere;white-space:pre-wrap;orphans:2;widows:2}
p.to{text-indent:0}
table{width:100%;border-collapse:collapse;margin:2mm 0;font-size:3.9mm;line-height:5.6mm}
td,th{border:.2mm solid #000;padding:.9mm 1.6mm;overflow-wrap:anywhere;vertical-align:top;text-align:left;font-weight:400;white-space:pre-wrap}
th{width:38mm;background:#eee}
tr{break-inside:auto}
.whole{break-inside:avoid}
.line{display:grid;grid-template-columns:19mm 16mm 1fr;gap:2mm;font-size:4mm;line-height:6.4mm;padding:.8mm 0}
.line .said{overflow-wrap:anywhere;white-space:pre-wrap}
.line small{display:block;font-size:3.3mm;line-height:4.8mm}
.sign{display:flex;gap:3mm;margin-top:5mm;line-height:9mm;white-space:nowrap;break-inside:avoid;break-before:avoid}
.sign i{flex:1;border-bottom:.2mm solid #000;margin-bottom:1.5mm}
.sign img{height:16mm;margin:-4mm 0}
.code{margin-top:8mm;width:62mm;font-size:3.2mm;line-height:4.6mm;text-align:center;break-inside:avoid}
.code svg{width:62mm;height:11mm}
${MARKS_CSS}`;

/** An A4 paper of any kind (forms 5.4, 5.6): text of any length flows over pages, each with its number. */
export function letter(model: LetterModel, reprint: number, profile: PrinterProfile): Page {
  const { title, number } = model;
  const body = html`<header><p class="unit to">${model.unitName}</p><h1>${title}</h1>${marks({ demo: model.demo, reprint })}
<div class="number"><span>编号：${number}</span><span>${model.date}</span></div></header>
${model.blocks.map(blockOf)}
<div class="code">${code128(number)}<div>${number}</div></div>`;
  return flowing({ title: `${title} ${number}`, ...A4, css: LETTER_CSS, body, margins: LETTER_MARGINS, profile, foot: [title, number] });
}

export function blockOf(block: LetterBlock): Html {
  switch (block.block) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'table':
      return html`<table class="${block.whole ? 'whole' : ''}">${block.rows.map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`)}</table>`;
    case 'lines':
      return html`${block.rows.map(({ time, who, text, note }) => html`<div class="line"><span>${time}</span><span>${who}</span><span class="said">${text}${note && html`<small>${note}</small>`}</span></div>`)}`;
    case 'sign':
      return html`<div class="sign">${blanks(block.labels)}</div>`;
    case 'signature':
      return html`<div class="sign">${block.label}<img src="data:image/png;base64,${block.image}"><span>${block.at}</span></div>`;
    case 'text':
      // Whom a paper is addressed to begins at the margin.
      return /^[^，。]{1,40}[:：]$/.test(block.text) ? html`<p class="to">${block.text}</p>` : html`<p>${block.text}</p>`;
  }
}
