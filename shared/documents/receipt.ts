import { stampOf } from '../rules/time';

/** 《物品寄存收据》 (forms 5.6): what is held, by what it is known again, who took it in. */
export interface ReceiptModel {
  title: string;
  unitName: string;
  /** Card number and queue number of the visit. */
  number: string;
  queueNumber: string;
  name: string;
  phone: string;
  items: readonly { receiptNo: string; name: string; count: number; feature: string; at: string; staffName: string }[];
  /** What the visitor should know, ready to print. */
  note: string;
  demo: boolean;
}

export interface ReceiptFacts {
  unitName: string;
  phone: string;
  number: string;
  queueNumber: string;
  /** The visitor's full name: their own paper. */
  name: string;
  /** Held ones only; `at` ms UTC. */
  items: readonly { receiptNo: string; name: string; count: number; feature: string; at: number; staffName: string }[];
  demo: boolean;
}

export const buildReceipt = ({ items, ...facts }: ReceiptFacts): ReceiptModel =>
  Object.freeze({
    title: '物品寄存收据',
    ...facts,
    items: items.map((item) => ({ ...item, at: stampOf(item.at).slice(5, 16) })),
    note: '物品经来访人同意寄存。离开时凭本收据和登记卡领取，请当面清点并签字；依法不能归还的物品，移交公安机关并告知本人。',
  });
