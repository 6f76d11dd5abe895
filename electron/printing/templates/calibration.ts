import type { CalibrationModel } from '../../../shared/documents/calibration';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { bigNumber } from './big-number';
import { code128, qrCode } from './codes';
import { type Page, page } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';

const CSS = `
.sheet svg.rulers{position:absolute;left:0;top:0}
.text{position:absolute;left:9.5mm;right:9.5mm;text-align:center;font-size:2.5mm;line-height:3.6mm}
.text h1{font-size:4.2mm;line-height:6mm}
.text .number{margin:.6mm auto 0}
.text .qr svg{width:20mm;height:20mm;margin:1mm auto}
.text .bars svg{width:56mm;height:9mm;margin:1mm auto}
${MARKS_CSS}`;

/** A ruler along each edge, counted from that edge: the first mark that can be seen is the margin the printer cannot reach. */
function ruler(length: number, at: (mm: number, tick: number) => string, label: (mm: number) => { x: number; y: number }): Html {
  const marksEvery = Array.from({ length: Math.floor(length) + 1 }, (_, mm) => mm);
  const path = marksEvery.map((mm) => at(mm, mm % 10 === 0 ? 5 : mm % 5 === 0 ? 3.4 : 2)).join('');
  const labels = marksEvery.filter((mm) => mm % 10 === 0 && mm > 0 && mm < length - 8);
  return html`<path d="${path}" stroke="#000" stroke-width=".12" fill="none"/>${labels.map((mm) => {
    const { x, y } = label(mm);
    return html`<text x="${x}" y="${y}" font-size="2.2" text-anchor="middle">${mm}</text>`;
  })}`;
}

const corner = (x: number, y: number, dx: number, dy: number): Html =>
  html`<path d="M${x} ${y + 8 * dy}V${y}H${x + 8 * dx}" stroke="#000" stroke-width=".35" fill="none"/>`;

const signed = (mm: number): string => `${mm > 0 ? '+' : ''}${mm}`;

/**
 * One page a printer: rulers, corners 5 mm inside the paper, and the offsets in force. It is shifted by them like
 * a card, so that a right setting shows its corners at 5 mm on all sides.
 */
export function calibration(view: CalibrationModel, profile: PrinterProfile): Page {
  const width = profile.format === 'a6' ? 105 : 80;
  const height = 148;
  const frame = html`<svg class="rulers" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
${ruler(
  width,
  (mm, tick) => `M${mm} 0v${tick}M${mm} ${height}v${-tick}`,
  (mm) => ({ x: mm, y: 7.6 }),
)}
${ruler(
  height,
  (mm, tick) => `M0 ${mm}h${tick}M${width} ${mm}h${-tick}`,
  (mm) => ({ x: 7.2, y: mm + 0.8 }),
)}
${corner(5, 5, 1, 1)}${corner(width - 5, 5, -1, 1)}${corner(5, height - 5, 1, -1)}${corner(width - 5, height - 5, -1, -1)}
<path d="M${width / 2 - 20} 118h40m-40 -1.5v3m40 -3v3" stroke="#000" stroke-width=".2" fill="none"/><text x="${width / 2}" y="122.4" font-size="2.6" text-anchor="middle">这一段应为 40 毫米</text></svg>`;
  const body = html`${frame}<div class="text" style="top:11mm"><h1>${view.title}</h1>
<p>${view.unitName}　${view.printedAt}</p><p>打印机：${view.printer}</p>
<p>纸张 ${width}×${height} 毫米　当前偏移：横向 ${signed(profile.offsetX)}，纵向 ${signed(profile.offsetY)} 毫米</p>${marks({ demo: view.demo, reprint: 0 })}
${bigNumber('A012', width - 22)}
<p>上方数字的高度应不小于 24 毫米</p>
<div class="bars">${code128('20260101-01-0001')}</div><div class="qr">${qrCode('XF1|CALIBRATION')}</div>
</div><div class="text" style="top:123.6mm"><p>四角折线应距纸边 5 毫米。整体偏右几毫米，横向偏移就减几毫米；偏下几毫米，纵向偏移就减几毫米。边缘缺少刻度处为打印机印不到的范围。</p></div>`;
  return page({
    title: `${view.title} ${view.printedAt}`,
    width,
    height,
    offsetX: profile.offsetX,
    offsetY: profile.offsetY,
    css: CSS,
    body,
  });
}
