import type { PrinterProfile } from '../../../shared/domain/settings';
import { bigNumber } from './big-number';
import type { CardView } from './card-view';
import { code128, qrCode } from './codes';
import { type Page, page } from './document';
import { html } from './html';
import { MARKS_CSS, marks } from './marks';
import { ems, fitNotice } from './notice';

/** The roll is 80 mm wide, of which 72 mm take ink. */
const WIDTH = 80;
const INNER = 72;
/** Everything but the notice and the rows, mm. */
const FIXED = 108;
const ROW = 4.4;

const CSS = `
.slip{position:absolute;left:4mm;top:2mm;width:${INNER}mm}
header{text-align:center;font-size:3.2mm;line-height:4.6mm}
header h1{font-size:4.6mm;line-height:6.4mm;letter-spacing:.6mm}
.marks b{margin:0 1mm .6mm}
dl{display:grid;grid-template-columns:13mm 1fr;font-size:3.1mm;line-height:${ROW}mm;border-top:.2mm solid #000;margin-top:1mm;padding-top:1mm}
dd{overflow-wrap:anywhere}
.notice{border-top:.2mm solid #000;margin-top:1mm;padding-top:1mm}
.bars{margin-top:2mm;text-align:center;font-size:3mm;line-height:4mm}
.bars svg{width:${INNER}mm;height:11mm}
.qr svg{width:25mm;height:25mm;margin:1mm auto 0}
.cut{border-top:.3mm dashed #000;margin:1.5mm -4mm}
.stub{font-size:3mm;line-height:5mm}
.stub p{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.stub b{font-size:4.6mm}
.stub i{display:inline-block;width:18mm;border-bottom:.15mm solid #000}
${MARKS_CSS}`;

/** The same card for an 80 mm roll. The roll is cut where the slip ends, so its length is worked out here. */
export function cardSlip(card: CardView, profile: PrinterProfile): Page {
  const rows: [string, string][] = [
    ['编号', card.number],
    ['时间', card.issuedAt],
    ['姓名', card.name],
    ['证件', card.document],
    ['电话', card.phone],
    ['类型', card.visitKind],
    ['领域', card.field],
    ['地点', card.place],
    ['登记台', card.desk],
    ['核对人', card.checker],
    ['咨询', card.consultPhone],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  const lines = shown.reduce((sum, [, value]) => sum + Math.max(1, Math.ceil(ems(value) / 17.5)), 0);
  const notice = fitNotice(card.notice, INNER, 90);
  const body = html`<div class="slip">
<header><p>${card.unitName}</p><h1>接访登记卡</h1>${marks(card)}</header>
${bigNumber(card.queueNumber, INNER)}
<dl>${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${notice.body}
<div class="bars">${code128(card.number)}<p>${card.number}</p></div>
<div class="qr">${qrCode(card.qr)}</div>
<div class="cut"></div>
<div class="stub"><p>存根 <b>${card.queueNumber}</b> ${card.stubMark} ${card.name}</p><p>${card.number}　交还 <i></i></p></div>
</div>`;
  const unitLines = Math.ceil(ems(card.unitName) / 22);
  const marked = card.demo || card.reprint > 0;
  const height = Math.ceil(FIXED + (unitLines - 1) * 4.6 + lines * ROW + notice.heightMm + (marked ? 5.5 : 0));
  return page({
    title: `接访登记卡 ${card.number}`,
    width: WIDTH,
    height,
    offsetX: profile.offsetX,
    offsetY: profile.offsetY,
    css: CSS,
    body,
  });
}
