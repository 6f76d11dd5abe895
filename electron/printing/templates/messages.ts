import type { MessagesModel, PaperMessage } from '../../../shared/documents/messages';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { A4, flowing, type Page } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';

const MARGINS = { top: 15, right: 15, bottom: 18, left: 15 };

const CSS = `
body{font-size:3.9mm;line-height:5.4mm}
header{position:relative;border-bottom:.5mm solid #000;padding-bottom:2mm;margin-bottom:3mm}
header h1{font-size:7mm;line-height:10mm}
header .marks{position:absolute;right:0;top:0}
.drill{display:inline-block;border:.8mm solid #000;padding:0 3mm;font-size:7mm;line-height:10mm;margin-left:4mm}
table{width:calc(100% - .4mm);margin:0 .2mm;border-collapse:collapse;table-layout:fixed}
td,th{border:.2mm solid #000;padding:1mm 1.4mm;vertical-align:top;text-align:left;font-weight:400;overflow-wrap:anywhere}
th{background:#eee}
td.said{white-space:pre-wrap}
tbody{break-inside:avoid}
tr.ack td{height:9mm}
${MARKS_CSS}`;

/** As many A4 pages as it takes; a message is not torn from its receipts unless it fills more than a page. */
export function messages(model: MessagesModel, reprint: number, profile: PrinterProfile): Page {
  const body = html`<header><p>${model.unitName}</p>
<h1>${model.title}${model.drill && html`<b class="drill">演练</b>`}</h1>${marks({ demo: model.demo, reprint })}
<p>${model.incidentNumber && `事件编号 ${model.incidentNumber}　`}${model.madeAt}　制表 ${model.madeBy}</p></header>
<table><colgroup><col style="width:24mm"><col style="width:18mm"><col><col style="width:26mm"><col style="width:30mm"><col style="width:20mm"></colgroup>
<thead><tr><th>时间</th><th>发出人</th><th>内容</th><th>工作组</th><th>签收人</th><th>签收时间</th></tr></thead>
${model.messages.map((message) => one(message, model.drill))}
</table>`;
  const paper = { title: `${model.title} ${model.madeAt}`, ...A4, css: CSS, body, margins: MARGINS, profile };
  return flowing({ ...paper, foot: [model.title], notReal: model.drill ? '【演练】' : '' });
}

const one = ({ at, sender, text, groups }: PaperMessage, drill: boolean): Html =>
  html`<tbody>${groups.map(
    ({ name, person, at: taken }, i) =>
      html`<tr class="ack">${
        i === 0 &&
        html`<td rowspan="${groups.length}">${at}</td><td rowspan="${groups.length}">${sender}</td><td class="said" rowspan="${groups.length}">${drill && '【演练】'}${text}</td>`
      }<td>${name}</td><td>${person}</td><td>${taken}</td></tr>`,
  )}</tbody>`;
