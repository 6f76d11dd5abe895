import type { SheetModel } from '../../../shared/documents/sheet';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { A4, flowing, type Page } from './document';
import { html } from './html';
import { PAPER_CSS, pieceOf } from './incident-paper';
import { LETTER_MARGINS } from './letter';
import { marks } from './marks';

/** A table of one wide cell, as 领导批示 is, keeps its lines of white. */
const CSS = `${PAPER_CSS}
header .number:empty{display:none}
td{white-space:pre-wrap}`;

/** An A4 paper of the hall itself (forms 5.9, 5.10), of any length, its pages numbered. */
export function sheet(model: SheetModel, reprint: number, profile: PrinterProfile): Page {
  const { title, number, demo } = model;
  const body = html`<header><p class="unit to">${model.unitName}</p><h1>${title}</h1>${marks({ demo, reprint })}
<div class="number"><span>${number}</span><span>${model.date}</span></div></header>
${model.blocks.map(pieceOf)}`;
  const paper = { title: [title, number].filter(Boolean).join(' '), ...A4, css: CSS, body, margins: LETTER_MARGINS, profile };
  return flowing({ ...paper, foot: [title, number], notReal: demo ? '【演示】' : '' });
}
