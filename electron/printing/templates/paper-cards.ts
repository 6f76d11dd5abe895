import type { PaperCardsModel } from '../../../shared/documents/paper-cards';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { bigNumber } from './big-number';
import { blanks } from './blanks';
import { type Page, pages } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';
import { ems, fitNotice } from './notice';

const INNER = 95;
const NOTICE_HEIGHT = 24;

const CSS = `
.paper{position:absolute;left:5mm;top:4mm;width:95mm;height:140mm;display:flex;flex-direction:column;font-size:3.3mm}
header{position:relative;text-align:center}
header .unit{font-size:3.4mm;line-height:4.6mm}
header .unit.long{font-size:2.6mm}
header h1{font-size:4.6mm;line-height:7mm;letter-spacing:.5mm}
.hand{margin-top:1mm}
.hand p{display:flex;gap:1.5mm;line-height:9mm;white-space:nowrap}
.hand i{flex:1;border-bottom:.15mm solid #000;margin-bottom:2mm}
.notice{margin-top:auto}
.stub{margin-top:2mm;border-top:.25mm dashed #000;padding-top:1mm}
.stub p{display:flex;gap:1.5mm;line-height:7mm;white-space:nowrap}
.stub b{font-size:5mm}
.stub i{flex:1;border-bottom:.15mm solid #000;margin-bottom:1.4mm}
${MARKS_CSS}`;

/** One card a page, everything by hand but the number: the desk types it in when there is light again. */
export function paperCards(model: PaperCardsModel, { offsetX, offsetY }: PrinterProfile): Page {
  const notice = fitNotice(model.notice, INNER, NOTICE_HEIGHT);
  const bodies = model.queueNumbers.map((number) => card(model, number, notice.body));
  return pages({ title: model.title, width: 105, height: 148, offsetX, offsetY, css: CSS, bodies });
}

const card = (model: PaperCardsModel, number: string, notice: Html): Html => html`<div class="paper">
<header><p class="unit ${ems(model.unitName) > 30 ? 'long' : ''}">${model.unitName}　${model.deskName}</p><h1>${model.title}</h1>${marks({ demo: model.demo, reprint: 0 })}</header>
${bigNumber(number, INNER)}
<div class="hand">
<p>${blanks(['日期', '来访时间', '人数'])}</p>
<p>${blanks(['姓名', '手机'])}</p>
<p>${blanks(['证件号码', '核对人'])}</p>
<p>${blanks(['住址'])}</p>
<p>${blanks(['来访事由'])}</p>
<p>${blanks(['接访室', '接谈人', '离开时间'])}</p>
</div>
${notice}
<div class="stub"><p><span>存根 <b>${number}</b></span>${blanks(['姓名', '补录人', '补录时间'])}</p></div>
</div>`;
