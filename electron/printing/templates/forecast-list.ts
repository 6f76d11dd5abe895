import type { ForecastListLine, ForecastListModel } from '../../../shared/documents/forecast-list';
import type { PrinterProfile } from '../../../shared/domain/settings';
import { flowing, type Page } from './document';
import { type Html, html } from './html';
import { MARKS_CSS, marks } from './marks';

const MARGINS = { top: 14, right: 14, bottom: 16, left: 14 };

const CSS = `
body{font-size:3.7mm;line-height:5.1mm}
header{position:relative;border-bottom:.5mm solid #000;padding-bottom:2mm;margin-bottom:3mm}
header h1{font-size:7mm;line-height:10mm}
header .marks{position:absolute;right:0;top:0}
table{width:calc(100% - .4mm);margin:0 .2mm 4mm;border-collapse:collapse;table-layout:fixed}
td,th{border:.2mm solid #000;padding:1mm 1.4mm;vertical-align:top;text-align:left;font-weight:400;overflow-wrap:anywhere}
th{background:#eee}
tr{break-inside:avoid}
td.high{font-weight:700;outline:.6mm solid #000;outline-offset:-.6mm}
td small{display:block;font-size:3mm;line-height:4mm}
td.said{white-space:pre-wrap}
p.note{margin-bottom:3mm;white-space:pre-wrap}
section{break-inside:avoid}
section td{height:9mm}
${MARKS_CSS}`;

/** Across A4, as many pages as it takes; the receipts stay together. */
export function forecastList(model: ForecastListModel, reprint: number, profile: PrinterProfile): Page {
  const body = html`<header><p>${model.unitName}</p><h1>${model.title}</h1>${marks({ demo: model.demo, reprint })}
<p>${model.about}　发布 ${model.publishedAt} ${model.publishedBy}　制表 ${model.madeAt} ${model.madeBy}</p></header>
${model.note && html`<p class="note">${model.note}</p>`}
${
  model.lines.length === 0
    ? html`<p class="note">各渠道均无信息。</p>`
    : html`<table><colgroup><col style="width:10mm"><col style="width:22mm"><col style="width:18mm"><col style="width:46mm"><col style="width:16mm"><col><col style="width:44mm"><col style="width:26mm"><col style="width:28mm"></colgroup>
<thead><tr><th>序</th><th>等级</th><th>时间</th><th>来访人或群体</th><th>人数</th><th>主要诉求</th><th>领域</th><th>属地</th><th>渠道</th></tr></thead>
<tbody>${model.lines.map(one)}</tbody></table>`
}
<section><table><colgroup><col style="width:24mm"></colgroup>
<thead><tr><th>工作组</th>${model.groups.map(({ name }) => html`<th>${name}</th>`)}</tr></thead>
<tbody><tr><td>签收人</td>${model.groups.map(({ person }) => html`<td>${person}</td>`)}</tr>
<tr><td>签收时间</td>${model.groups.map(({ at }) => html`<td>${at}</td>`)}</tr></tbody></table></section>`;
  const paper = { title: `${model.title} ${model.publishedAt}`, width: 297, height: 210, css: CSS, body, margins: MARGINS, profile };
  return flowing({ ...paper, foot: ['内部使用', model.title], notReal: model.demo ? '【演示】' : '' });
}

const one = ({ grade, high, decided, time, who, heads, demand, field, place, channel }: ForecastListLine, i: number): Html =>
  html`<tr><td>${String(i + 1)}</td><td class="${high ? 'high' : ''}">${grade}${!decided && html`<small>建议，未定级</small>`}</td><td>${time}</td><td>${who}</td><td>${heads}</td><td class="said">${demand}</td><td>${field}</td><td>${place}</td><td>${channel}</td></tr>`;
