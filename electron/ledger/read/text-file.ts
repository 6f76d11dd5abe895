import { decodeText } from '../../files/decode-text';
import { Unreadable } from '../../files/unreadable';
import type { Book } from './book';
import { readCsv, separatorOf } from './csv';
import type { OnRows } from './limits';

export function openTextFile(bytes: Buffer, onRows: OnRows): Book {
  const text = decodeText(bytes);
  if (text.includes('\u0000')) throw new Unreadable('这不是文本表格，没有导入。请选择 .xlsx 或 .csv 文件。');
  return {
    sheets: [{ name: 'CSV' }],
    read: async () => ({ rows: readCsv(text, separatorOf(text), onRows), date1904: false, separated: true }),
    close: async () => {},
  };
}
