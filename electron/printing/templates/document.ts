import { type Html, html } from './html';

/** A complete page: size in mm, no margin of the browser's own. */
export interface Page {
  html: string;
  width: number;
  height: number;
  /** Of a text that flows over pages: its margins in mm, and what stands at the foot of each. */
  flow?: { margins: Margins; footer: string };
}

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

/** A text as long as it is: the browser breaks it into pages, which are numbered at their foot. */
export function flowing(sheet: Omit<Sheet, 'offsetX' | 'offsetY'> & { margins: Margins; footer: Html }): Page {
  const { width, height, margins } = sheet;
  const css = `@page{size:${width}mm ${height}mm;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}
*{box-sizing:border-box;margin:0;padding:0}
html,body{background:#fff;color:#000;font-family:${FONTS};-webkit-print-color-adjust:exact}
svg{display:block}
${sheet.css}`;
  const whole = documentOf(sheet.title, css, sheet.body);
  return { html: whole, width, height, flow: { margins, footer: sheet.footer.text } };
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
