import { readAll } from '../../files/outside-file';
import { openChosen, Unreadable } from '../../files/unreadable';
import type { Book } from './book';
import { FILE_BYTES, type OnRows } from './limits';
import { openTextFile } from './text-file';
import { openWorkbook } from './workbook';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The container of .xls and of workbooks with a password. */
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** By its first bytes, not by its name: offices rename files. */
export async function openBook(path: string, onRows: OnRows): Promise<Book> {
  const { file, size } = await openChosen(path);
  let keep = false;
  try {
    if (size === 0) throw new Unreadable('文件是空的，没有导入。');
    if (size > FILE_BYTES) throw new Unreadable(`文件超过 ${FILE_BYTES / 1024 / 1024} MB，没有导入。请分成几个文件。`);
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    if (head.equals(OLD_OFFICE))
      throw new Unreadable('这是旧格式（.xls）或加了密码的工作簿，没有导入。请在表格软件中另存为 .xlsx（不加密码）再选。');
    if (!head.equals(ZIP)) return openTextFile(await readAll(file, size), onRows);
    keep = true;
    return await openWorkbook(file, size, onRows).catch(async (error: unknown) => {
      await file.close();
      throw error;
    });
  } finally {
    if (!keep) await file.close();
  }
}
