import type { IncidentPaperModel, PaperBlock } from '../../../shared/documents/incident-paper';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { code128 } from './codes';
import { A4, flowing, type Page } from './document';
import { type Html, html } from './html';
import { blockOf, LETTER_CSS, LETTER_MARGINS } from './letter';
import { marks } from './marks';

/**
 * A table's head is repeated on each page. The drill's word is fixed, which the browser draws on every page: behind the
 * text (and so on the sheet's own white, not under the body's), so light that the text is read, so large that nobody
 * overlooks it.
 */
export const PAPER_CSS = `${LETTER_CSS}
body{background:none}
.grid{table-layout:fixed}
.grid th{width:auto;font-weight:700}
.grid tr{break-inside:avoid}
.grid tr.long{break-inside:auto}
.part{break-before:page;text-align:center;font-size:6mm;line-height:12mm;font-weight:700;letter-spacing:1mm;text-indent:0}
.drill{position:fixed;left:0;right:0;top:80mm;z-index:-1;text-align:center;font-size:72mm;line-height:80mm;font-weight:700;letter-spacing:6mm;color:#ddd;transform:rotate(-24deg)}
header .banner~.marks{top:15mm}
.banner{border:.8mm solid #000;text-align:center;font-size:6mm;line-height:11mm;font-weight:700;letter-spacing:2mm;margin-bottom:3mm}`;

/** A row longer than this may break over pages: kept whole it could be higher than one, and would be cut. */
const LONG = 400;

/** A4 papers of an incident (forms 5.7, incidents 3.3), of any length; what it is not is said on every page. */
export function incidentPaper(model: IncidentPaperModel, reprint: number, profile: PrinterProfile): Page {
  const { title, number, drill, demo } = model;
  const body = html`${drill && html`<div class="drill">演练</div>`}
<header>${drill && html`<div class="banner">演练　不是真实事件</div>`}<p class="unit to">${model.unitName}</p><h1>${title}</h1>${marks({ demo, reprint })}
<div class="number"><span>编号：${number}</span><span>${model.date}</span></div></header>
${model.blocks.map(pieceOf)}
<div class="code">${code128(number)}<div>${number}</div></div>`;
  const notReal = [drill && '【演练】', demo && '【演示】'].filter(Boolean).join('');
  const paper = { title: `${title} ${number}`, ...A4, css: PAPER_CSS, body, margins: LETTER_MARGINS, profile };
  return flowing({ ...paper, foot: [title, number], notReal });
}

export function pieceOf(block: PaperBlock): Html {
  if (block.block === 'part') return html`<p class="part">${block.title}</p>`;
  if (block.block !== 'grid') return blockOf(block);
  const { head, widths, rows } = block;
  return html`<table class="grid"><colgroup>${widths.map((width) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${head.map((each) => html`<th>${each}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr class="${cells.some(({ length }) => length > LONG) ? 'long' : ''}">${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
</tbody></table>`;
}
