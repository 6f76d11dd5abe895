import type { PrinterProfile } from '../../../shared/domain/settings';
import { type Html, html } from './html';

/** A complete page: size in mm, no margin of the browser's own. */
export interface Page {
  html: string;
  width: number;
  height: number;
  /** Of a text that flows over pages: its margins in mm, and what stands at the foot of each. */
  flow?: { margins: Margins; footer: string };
}

/** Upright, mm. */
export const A4 = { width: 210, height: 297 };

export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Sheet {
  title: string;
  width: number;
  height: number;
  /** mm, from the printer's profile. */
  offsetX: number;
  offsetY: number;
  css: string;
  body: Html;
}

/** Fonts of Windows, UOS/Kylin and Debian, in this order; all have the digits' height needed for the number. */
export const FONTS =
  "'Noto Sans CJK SC','Source Han Sans SC','Source Han Sans CN','Microsoft YaHei','WenQuanYi Zen Hei','SimHei',sans-serif";

interface Flowing extends Omit<Sheet, 'offsetX' | 'offsetY'> {
  /** Before the printer's profile shifts them. */
  margins: Margins;
  profile: Pick<PrinterProfile, 'offsetX' | 'offsetY'>;
  /** What the paper is, at the foot of each page before its number. */
  foot: readonly string[];
  /** 【演练】, 【演示】: at both ends of the foot. */
  notReal?: string;
}

/** A text as long as it is: the browser breaks it into pages, which are numbered at their foot. */
export function flowing({ foot, notReal = '', profile: { offsetX, offsetY }, ...sheet }: Flowing): Page {
  const { width, height } = sheet;
  const { top, right, bottom, left } = sheet.margins;
  const margins = { top: top + offsetY, right: right - offsetX, bottom: bottom - offsetY, left: left + offsetX };
  // Only these two classes are filled in by the browser; everything else is ours.
  const footer = html`<div style="width:100%;font-size:8pt;text-align:center;font-family:sans-serif"><b>${notReal}</b>${foot.filter(Boolean).map((words) => `${words}　`)}第 <span class="pageNumber"></span> 页，共 <span class="totalPages"></span> 页<b>${notReal}</b></div>`;
  const css = `@page{size:${width}mm ${height}mm;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}
*{box-sizing:border-box;margin:0;padding:0}
html,body{background:#fff;color:#000;font-family:${FONTS};-webkit-print-color-adjust:exact}
svg{display:block}
${sheet.css}`;
  const whole = documentOf(sheet.title, css, sheet.body);
  return { html: whole, width, height, flow: { margins, footer: footer.text } };
}

/** One page. */
export const page = ({ body, ...sheet }: Sheet): Page => pages({ ...sheet, bodies: [body] });

/** Only constants of ours and numbers stand in the style sheet; everything typed stands in the body, escaped. */
export function pages(sheet: Omit<Sheet, 'body'> & { bodies: readonly Html[] }): Page {
  const { width, height, offsetX, offsetY } = sheet;
  const css = `@page{size:${width}mm ${height}mm;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html,body{width:${width}mm;background:#fff;color:#000;font-family:${FONTS};-webkit-print-color-adjust:exact}
.sheet{position:relative;width:${width}mm;height:${height}mm;overflow:hidden;break-after:page}
.sheet:last-child{break-after:avoid}
.sheet>*{transform:translate(${offsetX}mm,${offsetY}mm)}
svg{display:block}
${sheet.css}`;
  const body = html`${sheet.bodies.map((each) => html`<div class="sheet">${each}</div>`)}`;
  return { html: documentOf(sheet.title, css, body), width, height };
}

/** @param css of ours alone: it is not escaped */
function documentOf(title: string, css: string, body: Html): string {
  const head = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>`;
  const rest = html`</style></head><body>${body}</body></html>
`;
  return head.text + css + rest.text;
}
