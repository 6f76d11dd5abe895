import type { ProxyLetterModel } from '../../../shared/documents/proxy-letter';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { code128 } from './codes';
import { type Page, page } from './document';
import { html } from './html';
import { MARKS_CSS, marks } from './marks';

const CSS = `
.letter{position:absolute;left:22mm;top:20mm;width:166mm;height:257mm;display:flex;flex-direction:column;font-size:4.6mm;line-height:8mm}
header{position:relative;text-align:center}
header .unit{font-size:4.2mm}
header h1{font-size:7.6mm;line-height:13mm;letter-spacing:2mm}
header .number{font-size:3.6mm;display:flex;justify-content:space-between}
header .marks{position:absolute;right:0;top:0}
.text p{text-indent:2em;text-align:justify}
.line{display:block;border-bottom:.2mm solid #000;height:8mm;text-indent:0}
table{width:100%;border-collapse:collapse;margin:3mm 0;font-size:3.7mm;line-height:5mm;table-layout:fixed}
td,th{border:.25mm solid #000;padding:1mm 1.5mm;height:11mm;overflow-wrap:anywhere}
th{background:#eee;height:8mm;font-weight:700}
.others{flex:1;border:.25mm solid #000;padding:2mm 3mm;min-height:40mm;font-size:3.8mm}
footer{display:flex;justify-content:space-between;align-items:flex-end;margin-top:4mm;font-size:4mm}
footer svg{width:62mm;height:11mm}
footer .code{font-size:3.2mm;line-height:4.4mm;text-align:center}
${MARKS_CSS}`;

/** 《代表推选书》 (forms 5.3; 条例 20 条: at most five): who speaks for the others, signed by those who chose them. */
export function proxyLetter(letter: ProxyLetterModel, reprint: number, profile: PrinterProfile): Page {
  const { representatives } = letter;
  const body = html`<div class="letter">
<header><p class="unit">${letter.unitName}</p><h1>${letter.title}</h1>${marks({ demo: letter.demo, reprint })}
<p class="number"><span>登记编号：${letter.number}（${letter.queueNumber}）</span><span>${letter.date}</span></p></header>
<div class="text">
<p>${letter.opening}</p>
<p>来访事项：${letter.matter ? letter.matter : html`<span class="line"></span>`}</p></div>
<table><colgroup><col style="width:11mm"><col style="width:26mm"><col style="width:44mm"><col style="width:28mm"><col><col style="width:26mm"></colgroup>
<tr><th>序号</th><th>姓名</th><th>证件</th><th>电话</th><th>住址</th><th>签名（指印）</th></tr>
${representatives.map((each, index) => html`<tr><td>${index + 1}</td><td>${each.name}</td><td>${each.docType} ${each.docMasked}</td><td>${each.phoneMasked}</td><td>${each.address}</td><td></td></tr>`)}
</table>
<div class="text"><p>${letter.duty}</p></div>
<p>推选人签名（指印）：</p>
<div class="others"></div>
<footer><div class="code">${code128(letter.number)}<p>${letter.number}</p></div><p>推选日期：　　　　年　　月　　日</p></footer>
</div>`;
  return page({
    title: `${letter.title} ${letter.number}`,
    width: 210,
    height: 297,
    offsetX: profile.offsetX,
    offsetY: profile.offsetY,
    css: CSS,
    body,
  });
}
