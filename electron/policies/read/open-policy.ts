import { decodeText } from '../../files/decode-text';
import { readAll } from '../../files/outside-file';
import { openChosen, Unreadable } from '../../files/unreadable';
import { readDocx } from './docx';
import { CHARACTERS, FILE_BYTES } from './limits';
import { readPdf } from './pdf';

export interface PolicyText {
  text: string;
  /** What the reading itself could not do; sentences for the preview. */
  notes: string[];
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The container of .doc and of documents with a password. */
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const HEAD = 1024;

/** A policy's text out of the file. By its first bytes, not by its name: offices rename files. */
export async function openPolicy(path: string): Promise<PolicyText> {
  const { file, size } = await openChosen(path);
  try {
    if (size === 0) throw new Unreadable('文件是空的，没有导入。');
    if (size > FILE_BYTES) throw new Unreadable(`文件超过 ${FILE_BYTES / 1024 / 1024} MB，没有导入。请删去图片或分成几个文件再选。`);
    const head = Buffer.alloc(Math.min(HEAD, size));
    await file.read(head, 0, head.length, 0);
    return checked(await textOf());

    async function textOf(): Promise<PolicyText> {
      const begins = head.subarray(0, 4);
      if (begins.equals(OLD_OFFICE))
        throw new Unreadable('这是旧格式的文档（.doc、.wps）或加了密码的文档，没有导入。请另存为 docx（不加密码）再选。');
      if (begins.equals(ZIP)) return readDocx(file, size);
      // A PDF may have a few bytes before its mark.
      if (head.includes('%PDF-')) return readPdf(new Uint8Array(await readAll(file, size)));
      return { text: plainText(await readAll(file, size)), notes: [] };
    }
  } finally {
    await file.close();
  }
}

function plainText(bytes: Buffer): string {
  const text = decodeText(bytes);
  if (/^\s*\{\\rtf/.test(text)) throw new Unreadable('这是 RTF 文档，没有导入。请另存为 docx 再选。');
  if (/^\ufeff?\s*<(?:!doctype|html|\?xml)/i.test(text))
    throw new Unreadable('这是网页文件，没有导入。请复制正文，另存为文本或 docx 再选。');
  if (text.includes('\u0000')) throw new Unreadable('这不是文本、Word 或 PDF 文件，没有导入。请选择 .txt、.md、.docx 或 .pdf 文件。');
  return text;
}

function checked(read: PolicyText): PolicyText {
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw new Unreadable('文件里没有文字，没有导入。');
  if (read.text.length > CHARACTERS) throw new Unreadable(`正文超过 ${CHARACTERS / 10_000} 万字，没有导入。请分成几个文件再选。`);
  return read;
}
