import { getDocument } from 'unpdf/pdfjs';
import { Unreadable } from '../../files/unreadable';
import { CHARACTERS, PAGES } from './limits';
import type { PolicyText } from './open-policy';
import { linesOfPage, type PdfPage, type PdfPiece, textOfPages } from './pdf-lines';

/** Fewer characters a page than this is a page number on a picture. */
const SCANNED = 12;

/**
 * The text layer of a PDF, by PDF.js in the build of unpdf: one file, no fonts, no pictures, no native parts. It runs in
 * a thread of its own with a bounded heap, which is ended when it takes too long.
 */
export async function readPdf(data: Uint8Array): Promise<PolicyText> {
  const loading = getDocument({
    data,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > PAGES) throw new Unreadable(`这个 PDF 超过 ${PAGES} 页，没有导入。请分成几个文件再选。`);
    const pages: PdfPage[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: false });
      const lines = linesOfPage(items.filter((item): item is typeof item & PdfPiece => 'str' in item));
      length += lines.reduce((sum, line) => sum + line.text.length, 0);
      if (length > CHARACTERS) throw new Unreadable(`正文超过 ${CHARACTERS / 10_000} 万字，没有导入。请分成几个文件再选。`);
      pages.push({ number, lines });
      page.cleanup();
    }
    return judged(pages);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('这个 PDF 有密码，没有导入。请取消密码后再选。');
    throw new Unreadable('这个 PDF 已损坏或没有保存完整，没有导入。请重新取得文件，或另存为 docx 再选。');
  } finally {
    await loading.destroy();
  }
}

function judged(pages: readonly PdfPage[]): PolicyText {
  const charactersOf = ({ lines }: PdfPage): number => lines.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
  const blank = pages.filter((page) => charactersOf(page) < SCANNED).map(({ number }) => number);
  if (blank.length === pages.length)
    throw new Unreadable('这个 PDF 是扫描件，页面只是图片，没有文字，没有导入。请用文字识别软件转成 Word（.docx）或文本再选。');
  const text = textOfPages(pages);
  // Glyphs without a table back to characters come out as private or control characters.
  const odd = [...text].filter((c) => /[\p{Co}\p{Cn}\ufffd]|(?![\n\t])\p{Cc}/u.test(c)).length;
  if (odd > text.length / 5)
    throw new Unreadable('这个 PDF 的字体没有附文字对照，文字读不出来，没有导入。请用原来的软件另存为 docx 再选。');
  const notes = blank.length > 0 ? [`第 ${blank.slice(0, 10).join('、')} 页没有文字，可能是扫描的图片或空白页，没有读入`] : [];
  return { text, notes };
}
