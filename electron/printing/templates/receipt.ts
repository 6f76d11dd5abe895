import type { ReceiptModel } from '../../../shared/documents/receipt';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { blanks } from './blanks';
import { type Page, pages } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';

/** Rows on one A6 sheet, of two lines each. */
const ROWS = 5;

const CSS = `
.receipt{position:absolute;left:5mm;top:4mm;width:95mm;height:140mm;display:flex;flex-direction:column;font-size:3.1mm;line-height:4.3mm}
header{position:relative;text-align:center}
header h1{font-size:5.4mm;line-height:8mm;letter-spacing:.8mm}
header .marks{position:absolute;right:0;top:0}
.who{display:flex;justify-content:space-between;border-top:.2mm solid #000;border-bottom:.2mm solid #000;padding:1mm 0}
.who b{font-size:5mm}
table{width:100%;border-collapse:collapse;margin-top:2mm;table-layout:fixed}
td,th{border:.2mm solid #000;padding:.8mm 1mm;overflow-wrap:anywhere;vertical-align:top;font-weight:400;text-align:left}
th{background:#eee}
.no{font-size:2.4mm;line-height:3mm;display:block}
.note{margin-top:auto;font-size:2.8mm;line-height:3.9mm}
.sign{display:flex;gap:2mm;margin-top:2mm;line-height:7mm;white-space:nowrap}
.sign i{flex:1;border-bottom:.15mm solid #000;margin-bottom:1.2mm}
${MARKS_CSS}`;

/** 《物品寄存收据》 on the card's own paper, so that the card printer serves for it; more things, more sheets. */
export function receipt(model: ReceiptModel, reprint: number, profile: PrinterProfile): Page {
  const sheets = Array.from({ length: Math.max(1, Math.ceil(model.items.length / ROWS)) }, (_, i) =>
    model.items.slice(i * ROWS, (i + 1) * ROWS),
  );
  const bodies = sheets.map((items, i) => sheet(model, items, reprint, `${i + 1} / ${sheets.length}`));
  const { offsetX, offsetY } = profile;
  return pages({ title: `${model.title} ${model.number}`, width: 105, height: 148, offsetX, offsetY, css: CSS, bodies });
}

const sheet = (model: ReceiptModel, items: ReceiptModel['items'], reprint: number, page: string): Html => html`<div class="receipt">
<header><p>${model.unitName}</p><h1>${model.title}</h1>${marks({ demo: model.demo, reprint })}</header>
<div class="who"><span><b>${model.queueNumber}</b> ${model.name}</span><span>${model.number}</span></div>
<table><colgroup><col style="width:30mm"><col style="width:9mm"><col><col style="width:21mm"></colgroup>
<tr><th>物品</th><th>件数</th><th>特征</th><th>经手</th></tr>
${items.map((item) => html`<tr><td>${item.name}<span class="no">${item.receiptNo}</span></td><td>${item.count}</td><td>${item.feature}</td><td>${item.staffName}<span class="no">${item.at}</span></td></tr>`)}
</table>
<p class="note">${model.note}</p>
<p class="note">${model.phone && `咨询电话 ${model.phone}　`}第 ${page} 页</p>
<p class="sign">${blanks(['寄存人签名', '经手人签名'])}</p>
<p class="sign">${blanks(['领取人签名', '领取时间'])}</p>
</div>`;
