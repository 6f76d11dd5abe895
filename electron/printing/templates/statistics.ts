import type { PaperTable, StatisticsModel } from '../../../shared/documents/statistics';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { A4, flowing, type Page } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';

const MARGINS = { top: 15, right: 15, bottom: 18, left: 15 };

const CSS = `
body{font-size:3.7mm;line-height:5mm}
header{position:relative;border-bottom:.5mm solid #000;padding-bottom:2mm;margin-bottom:2mm}
header h1{font-size:6mm;line-height:9mm}
header .marks{position:absolute;right:0;top:0}
.remarks{margin:0 0 3mm;font-size:3.2mm;line-height:4.6mm}
section{break-inside:avoid;margin-bottom:5mm}
section.long{break-inside:auto}
h2{font-size:4.2mm;line-height:6.4mm;break-after:avoid}
table{width:calc(100% - .4mm);margin:0 .2mm;border-collapse:collapse}
td,th{border:.2mm solid #000;padding:.6mm 1.4mm;text-align:left;font-weight:400}
th{background:#eee}
tr{break-inside:avoid}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.in{padding-left:5mm}
.notes{font-size:3.2mm;line-height:4.4mm}
${MARKS_CSS}`;

/** More rows than this may go over a page's end; its head is repeated there. */
const LONG = 24;

/** A4 upright, as many pages as it takes, numbered. */
export function statistics(model: StatisticsModel, reprint: number, profile: PrinterProfile): Page {
  const body = html`<header><p>${model.unitName}</p><h1>${model.title}</h1>${marks({ demo: model.demo, reprint })}
<p>制表 ${model.madeBy}　${model.madeAt}</p></header>
<div class="remarks">${model.remarks.map((remark) => html`<p>${remark}。</p>`)}</div>
${model.tables.map(one)}`;
  const paper = { title: `${model.title} ${model.madeAt}`, ...A4, css: CSS, body, margins: MARGINS, profile };
  return flowing({ ...paper, foot: [model.title], notReal: model.demo ? '【演示】' : '' });
}

const one = ({
  title,
  columns,
  rows,
  notes,
}: PaperTable): Html => html`<section class="${rows.length > LONG ? 'long' : ''}"><h2>${title}</h2>
<table><thead><tr>${columns.map((column, i) => html`<th class="${i > 0 ? 'n' : ''}">${column}</th>`)}</tr></thead><tbody>
${rows.map(
  ({ label, indented, cells }) =>
    html`<tr><td class="${indented ? 'in' : ''}">${label}</td>${cells.map(({ text, number }) => html`<td class="${number ? 'n' : ''}">${text}</td>`)}</tr>`,
)}
</tbody></table>${notes.length > 0 && html`<p class="notes">注：${notes.join('；')}。</p>`}</section>`;
