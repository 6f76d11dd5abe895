import type { CardModel } from '../../../shared/documents/card';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { bigNumber } from './big-number';
import { blanks } from './blanks';
import { CARD_A6_CSS } from './card-a6-style';
import { cardWords } from './card-words';
import { code128, qrCode } from './codes';
import { type Page, page } from './document';
import { type Html, html } from './html';
import { marks } from './marks';
import { ems, fitNotice } from './notice';

const INNER = 95;
/** Room for the notice, mm: with every row on one line, and what a row on two lines takes from it. */
const NOTICE_HEIGHT = 22;
const SECOND_LINE = 1.4;

/** Characters that a cell takes on one line; longer text is set smaller, and then on two. */
const ROOM = [12.2, 11] as const;
const SMALLER = 1.2;
type Pair = readonly [name: string, value: string];

const cell = ([name, value]: Pair, room: number): Html =>
  html`<th>${name}</th><td class="${ems(value) > room ? 'long' : ''}">${value}</td>`;
const onTwoLines = (row: readonly [Pair, Pair]): boolean => row.some(([, value], side) => ems(value) > (ROOM[side] ?? 0) * SMALLER);

/** 《接访登记卡》 on A6 with its stub (forms 5.1): what is known is printed, what happens later is written by hand. */
export function cardA6(card: CardModel, profile: PrinterProfile): Page {
  const { visit, process, stub, codes } = card;
  const words = cardWords(card);
  const [signatures, returned] = [card.signLines.slice(0, 2), card.signLines.slice(2)];
  const rows: (readonly [Pair, Pair])[] = [
    [
      ['编号', card.number],
      ['时间', card.issuedAt],
    ],
    [
      ['姓名', words.name],
      ['电话', card.person.phoneMasked],
    ],
    [
      ['证件', words.document],
      ['登记台', card.deskName],
    ],
    [
      ['类型', words.visitKind],
      ['领域', visit.field],
    ],
    [
      ['地点', words.place],
      ['核对人', words.checker],
    ],
  ];
  const notice = fitNotice(card.notice, INNER, NOTICE_HEIGHT - SECOND_LINE * rows.filter(onTwoLines).length);
  const body = html`<div class="card">
<header><p class="unit ${ems(card.unitName) > 30 ? 'long' : ''}">${card.unitName}</p><h1>${card.title}</h1>${marks(card)}</header>
${bigNumber(card.queueNumber, INNER)}
<table><colgroup><col style="width:11mm"><col style="width:38mm"><col style="width:11mm"><col></colgroup>
${rows.map(([left, right]) => html`<tr>${cell(left, ROOM[0])}${cell(right, ROOM[1])}</tr>`)}
</table>
<div class="hand">
<p>${blanks(process.handLines.slice(0, 3))}</p>
<p>${blanks([...process.handLines.slice(3), ...returned])}</p>
<p><span>结果</span>${process.results.map((each) => html`<span>□${each}</span>`)}<i></i></p>
</div>
${notice.body}
<p class="consult">${words.consult}</p>
<div class="foot"><div class="codes">
<p class="sign">${blanks(signatures)}</p>
<div class="bars">${code128(codes.code128)}<p>${card.number}</p></div></div>
<div class="qr">${qrCode(codes.qr)}</div></div>
</div>
<div class="cut"></div>
<div class="stub"><p><span>存根</span><b>${stub.queueNumber}</b><span class="who">${stub.name}</span><span>${stub.number}</span><span>${stub.issuedAt.slice(11)}</span></p>
<p><span class="who">${stub.place}</span><span>${words.stubNote}</span>${blanks(stub.signLines)}</p></div>`;
  const { offsetX, offsetY } = profile;
  return page({ title: `${card.title} ${card.number}`, width: 105, height: 148, offsetX, offsetY, css: CARD_A6_CSS, body });
}
