import { longDay } from '../rules/time';
import type { IncidentPaperModel } from './incident-paper';

export interface ContactSheetFacts {
  unitName: string;
  address: string;
  /** The day on which the list was last changed, `YYYY-MM-DD`; empty: never. */
  version: string;
  /** Today, `YYYY-MM-DD`. */
  day: string;
  rows: readonly { name: string; person: string; phone: string }[];
  demo: boolean;
}

/** 外部联系表 (plan S23): hangs beside the telephone, and says of which day it is. What is not known is left to be written by hand. */
export function buildContactSheet({ unitName, address, version, day, rows, demo }: ContactSheetFacts): IncidentPaperModel {
  return {
    title: '外部联系表',
    unitName,
    number: `LXB-${day.replaceAll('-', '')}`,
    date: longDay(day),
    blocks: [
      { block: 'text', text: version === '' ? '版本：未核对，请先在「设置 · 应急」填写。' : `版本日期：${longDay(version)}` },
      { block: 'text', text: `本单位地址：${address || '＿＿＿＿＿＿'}` },
      {
        block: 'grid',
        head: ['单位', '联系人', '电话', '备注'],
        widths: [34, 18, 26, 22],
        rows: rows.map(({ name, person, phone }) => [name, person, phone, '']),
      },
    ],
    demo,
    drill: false,
  };
}
