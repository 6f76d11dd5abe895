import { type Html, html } from './html';

/** A complete page: size in mm, no margin of the browser's own. */
export interface Page {
  html: string;
  width: number;
  height: number;
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
  const text = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${sheet.title}</title>
<style>`;
  const rest = html`</style></head><body>${sheet.bodies.map((body) => html`<div class="sheet">${body}</div>`)}</body></html>
`;
  return { html: text.text + css + rest.text, width, height };
}
