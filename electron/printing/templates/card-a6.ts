import type { PrinterProfile } from '../../../shared/domain/settings';
import { bigNumber } from './big-number';
import type { CardView } from './card-view';
import { code128, qrCode } from './codes';
import { type Page, page } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';
import { ems, fitNotice } from './notice';

const WIDTH = 105;
const HEIGHT = 148;
const MARGIN = 5;
const INNER = WIDTH - 2 * MARGIN;
const NOTICE_HEIGHT = 20;

const CSS = `
.card{position:absolute;left:${MARGIN}mm;top:4mm;width:${INNER}mm;height:126.5mm;display:flex;flex-direction:column}
header{position:relative;text-align:center;height:11mm;flex:none}
header .unit{font-size:3mm;line-height:4.2mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
header .unit.long{font-size:2.5mm}
header h1{font-size:4.4mm;line-height:5.8mm;letter-spacing:.6mm;font-weight:700}
header .marks{position:absolute;right:0;top:4.6mm}
.number{flex:none;height:28.2mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;flex:none;font-size:2.9mm;line-height:3.5mm}
td,th{border:.2mm solid #000;height:4.8mm;padding:.3mm 1mm;text-align:left;vertical-align:middle;font-weight:400;overflow-wrap:anywhere}
th{background:#eee;white-space:nowrap;font-size:2.6mm}
td.long{font-size:2.4mm;line-height:2.7mm}
.hand{flex:none;margin-top:1.2mm;font-size:2.7mm;line-height:4.9mm}
.hand p{display:flex;gap:1.6mm;white-space:nowrap}
.hand p.tight{gap:1.2mm;font-size:2.55mm}
.hand i{flex:1;border-bottom:.15mm solid #000;margin:0 0 .8mm -.8mm}
.hand i.blank{display:inline-block;width:26mm;margin:0}
.notice{flex:1;margin-top:1mm;text-align:justify;min-height:0}
.foot{flex:none;display:flex;align-items:flex-end;gap:2.5mm;height:20mm}
.bars{width:56mm}
.bars svg{width:56mm;height:10.5mm}
.bars p{font-size:2.7mm;line-height:3.4mm;text-align:center;letter-spacing:.2mm}
.foot .sign{font-size:2.7mm;line-height:5.6mm;display:flex;white-space:nowrap}
.foot .sign i{flex:1;border-bottom:.15mm solid #000;margin:0 2mm 1mm .8mm}
.codes{flex:none}
.qr svg{width:20mm;height:20mm}
.qr{margin-left:auto}
.cut{position:absolute;left:0;top:133mm;width:${WIDTH}mm;border-top:.3mm dashed #000}
.stub{position:absolute;left:${MARGIN}mm;top:134.2mm;width:${INNER}mm;height:11mm;font-size:2.8mm;line-height:5mm}
.stub p{display:flex;gap:3mm;white-space:nowrap;overflow:hidden}
.stub b{font-size:4.4mm}
.stub .who{flex:1;overflow:hidden;text-overflow:ellipsis}
.stub i{display:inline-block;width:16mm;border-bottom:.15mm solid #000;margin-left:.8mm}
${MARKS_CSS}`;

/** Cells take about 12 (left) and 10 (right) characters on one line; longer text is set smaller, on two. */
const cell = (name: string, value: string, room: number): Html =>
  html`<th>${name}</th><td class="${ems(value) > room ? 'long' : ''}">${value}</td>`;
const left = (name: string, value: string): Html => cell(name, value, 12.2);
const right = (name: string, value: string): Html => cell(name, value, 11);
const row = (first: Html, second: Html): Html => html`<tr>${first}${second}</tr>`;

/** 《接访登记卡》 on A6 with its stub (forms 5.1): what is known is printed, what happens later is written by hand. */
export function cardA6(card: CardView, profile: PrinterProfile): Page {
  const { body: notice } = fitNotice(card.notice, INNER, NOTICE_HEIGHT);
  const body = html`<div class="card">
<header><p class="unit ${ems(card.unitName) > 30 ? 'long' : ''}">${card.unitName}</p><h1>接访登记卡</h1>${marks(card)}</header>
${bigNumber(card.queueNumber, INNER)}
<table><colgroup><col style="width:11mm"><col style="width:38mm"><col style="width:11mm"><col></colgroup>
${row(left('编号', card.number), right('时间', card.issuedAt))}
${row(left('姓名', card.name), right('电话', card.phone))}
${row(left('证件', card.document), right('登记台', card.desk))}
${row(left('类型', card.visitKind), right('领域', card.field))}
${row(left('地点', card.place), right('核对人', card.checker))}
</table>
<div class="hand">
<p><span>引导人</span><i></i><span>接谈人</span><i></i><span>接谈时间</span><i></i><span>至</span><i></i></p>
<p class="tight"><span>结果</span>${['当场答复', '待核实', '受理', '转送交办', '引导', '其他'].map((each) => html`<span>□${each}</span>`)}<span>限期</span><i></i></p>
<p><span>咨询电话 ${card.consultPhone || html`<i class="blank"></i>`}</span><span>交还时间</span><i></i></p>
</div>
${notice}
<div class="foot"><div class="codes">
<p class="sign"><span>来访人签名</span><i></i><span>工作人员</span><i></i></p>
<div class="bars">${code128(card.number)}<p>${card.number}</p></div></div>
<div class="qr">${qrCode(card.qr)}</div></div>
</div>
<div class="cut"></div>
<div class="stub"><p><span>存根</span><b>${card.queueNumber}</b><span class="who">${card.name}</span><span>${card.number}</span></p>
<p><span>${card.issuedAt}</span><span class="who">${card.place}</span><span>${card.stubMark}</span><span>交还<i></i></span></p></div>`;
  return page({
    title: `接访登记卡 ${card.number}`,
    width: WIDTH,
    height: HEIGHT,
    offsetX: profile.offsetX,
    offsetY: profile.offsetY,
    css: CSS,
    body,
  });
}
