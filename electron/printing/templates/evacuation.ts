import type { EvacuationLine, EvacuationModel } from '../../../shared/documents/evacuation';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { type Page, pages } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';
import { ems } from './notice';

/** Whole lines a page, of a page's 297 mm; a row with many names takes two. */
const LINES_A_PAGE = 33;
const WHO_EMS = 22;

const CSS = `
.list{position:absolute;left:15mm;top:12mm;width:180mm;height:273mm;font-size:3.8mm;line-height:5mm}
header{position:relative;border-bottom:.5mm solid #000;padding-bottom:2mm;height:24mm}
header h1{font-size:7mm;line-height:9mm}
header .total{position:absolute;right:0;top:0;font-size:11mm;line-height:12mm;font-weight:700}
header .small{position:absolute;right:0;bottom:2mm;font-size:3.6mm}
.row{display:flex;align-items:center;gap:2mm;min-height:7mm;border-bottom:.15mm solid #888;padding:.5mm 0;break-inside:avoid}
.row i{flex:none;width:4.4mm;height:4.4mm;border:.35mm solid #000}
.row b{flex:none;width:14mm}
.row .who{flex:1;overflow-wrap:anywhere}
.row .state{flex:none;width:15mm}
.row .help{flex:none;width:18mm;font-weight:700}
.row .heads{flex:none;width:13mm;text-align:right}
.place{display:flex;align-items:flex-end;justify-content:space-between;height:7mm;border-bottom:.35mm solid #000;font-weight:700;font-size:4.4mm;padding-bottom:.6mm}
footer{position:absolute;left:0;right:0;bottom:0;display:flex;justify-content:space-between;font-size:3.6mm}
${MARKS_CSS}`;

interface Block {
  lines: number;
  body: Html;
}

const row = ({ queueNumber, who, heads, state, help }: EvacuationLine): Block => ({
  lines: ems(who) > WHO_EMS ? 1.6 : 1,
  body: html`<div class="row"><i></i><b>${queueNumber}</b><span class="who">${who}</span><span class="help">${help && '需要搀扶'}</span><span class="state">${state}</span><span class="heads">${heads} 人</span></div>`,
});
const head = (name: string, heads: number, unnamed: number): Block => ({
  lines: 1,
  body: html`<div class="place"><span>${name}</span><span>${heads} 人${unnamed > 0 && `（其中 ${unnamed} 人未登记姓名）`}</span></div>`,
});

/** 《疏散名单》 on A4, as many pages as it takes: the head count large on each, a box for everybody. */
export function evacuation(list: EvacuationModel, profile: PrinterProfile): Page {
  const blocks = list.places.flatMap((place) => [head(place.name, place.heads, place.unnamed), ...place.lines.map(row)]);
  const late = list.earlier.reduce((sum, line) => sum + line.heads, 0);
  if (late > 0) blocks.push(head('前几日未交还的卡（多半已离开，不计入总数）', late, 0), ...list.earlier.map(row));
  const sheets = paginate(blocks);
  const bodies = sheets.map(
    (sheet, i) => html`<div class="list">
<header><p>${list.unitName}</p><h1>${list.title}</h1>${marks({ demo: list.demo, reprint: 0 })}
<p>${list.madeAt}　${list.madeBy ? `制表 ${list.madeBy}` : '锁屏时打印，姓名已遮盖'}</p>
<p class="total">${list.total} 人</p><p class="small">${list.unnamed > 0 && `其中 ${list.unnamed} 人未登记姓名　`}第 ${i + 1} / ${sheets.length} 页</p></header>
${sheet.map((block) => block.body)}
<footer><span>清点人：　　　　　　　清点时间：　　　　　　　实到：　　　人</span><span>用后请交回登记台销毁</span></footer></div>`,
  );
  const { offsetX, offsetY } = profile;
  return pages({ title: `${list.title} ${list.madeAt}`, width: 210, height: 297, offsetX, offsetY, css: CSS, bodies });
}

function paginate(blocks: readonly Block[]): Block[][] {
  const sheets: Block[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    if (used + block.lines > LINES_A_PAGE) {
      sheets.push([]);
      used = 0;
    }
    sheets.at(-1)?.push(block);
    used += block.lines;
  }
  return sheets;
}
