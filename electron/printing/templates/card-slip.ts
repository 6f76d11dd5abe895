import type { CardModel } from '../../../shared/documents/card';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { bigNumber } from './big-number';
import { blanks } from './blanks';
import { cardWords } from './card-words';
import { code128, qrCode } from './codes';
import { type Page, page } from './document';
import { html } from './html';
import { MARKS_CSS, marks } from './marks';
import { ems, fitNotice } from './notice';

/** The roll is 80 mm wide, of which 72 mm take ink. */
const WIDTH = 80;
const INNER = 72;
/** Everything but the rows and the notice, mm. */
const FIXED = 121;
const ROW = 4.4;

const CSS = `
.slip{position:absolute;left:4mm;top:2mm;width:${INNER}mm}
header{text-align:center;font-size:3.2mm;line-height:4.6mm}
header h1{font-size:4.6mm;line-height:6.4mm;letter-spacing:.6mm}
.marks b{margin:0 1mm .6mm}
dl{display:grid;grid-template-columns:13mm 1fr;font-size:3.1mm;line-height:${ROW}mm;border-top:.2mm solid #000;margin-top:1mm;padding-top:1mm}
dd{overflow-wrap:anywhere}
.line{display:flex;gap:1.6mm;white-space:nowrap;font-size:2.9mm;line-height:6mm}
.line i{flex:1;border-bottom:.15mm solid #000;margin:0 0 1mm -.8mm}
.notice{border-top:.2mm solid #000;margin-top:1mm;padding-top:1mm}
.bars{margin-top:2mm;text-align:center;font-size:3mm;line-height:4mm}
.bars svg{width:${INNER}mm;height:11mm}
.qr svg{width:25mm;height:25mm;margin:1mm auto 0}
.cut{border-top:.3mm dashed #000;margin:1.5mm -4mm}
.stub{font-size:3mm;line-height:5mm}
.stub p{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.stub b{font-size:4.6mm}
${MARKS_CSS}`;

/** The same card for an 80 mm roll, without what is written by hand in the room. The roll is cut where the slip ends, so its length is worked out here. */
export function cardSlip(card: CardModel, profile: PrinterProfile): Page {
  const { stub, codes } = card;
  const words = cardWords(card);
  const all: [string, string][] = [
    ['编号', card.number],
    ['时间', card.issuedAt],
    ['姓名', words.name],
    ['证件', words.document],
    ['电话', card.person.phoneMasked],
    ['类型', words.visitKind],
    ['领域', card.visit.field],
    ['地点', words.place],
    ['登记台', card.deskName],
    ['核对人', words.checker],
    ['咨询', words.consult.replace('咨询电话 ', '')],
  ];
  const rows = all.filter(([, value]) => value !== '');
  const notice = fitNotice(card.notice, INNER, 90);
  const body = html`<div class="slip">
<header><p>${card.unitName}</p><h1>${card.title}</h1>${marks(card)}</header>
${bigNumber(card.queueNumber, INNER)}
<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${notice.body}
<p class="line">${blanks(card.signLines.slice(0, 2))}</p>
<div class="bars">${code128(codes.code128)}<p>${card.number}</p></div>
<div class="qr">${qrCode(codes.qr)}</div>
<div class="cut"></div>
<div class="stub"><p>存根 <b>${stub.queueNumber}</b> ${stub.name}</p>
<p>${stub.number}　${stub.issuedAt.slice(11)}</p><p>${stub.place}　${words.stubNote}</p></div>
<p class="line">${blanks(stub.signLines)}</p>
</div>`;
  const lines = rows.reduce((sum, [, value]) => sum + Math.max(1, Math.ceil(ems(value) / 17.5)), 0);
  const unitLines = Math.ceil(ems(card.unitName) / 22);
  const marked = card.demo || card.reprint > 0;
  const height = Math.ceil(FIXED + (unitLines - 1) * 4.6 + lines * ROW + notice.heightMm + (marked ? 5.5 : 0));
  const { offsetX, offsetY } = profile;
  return page({ title: `${card.title} ${card.number}`, width: WIDTH, height, offsetX, offsetY, css: CSS, body });
}
