/** What the queue must know of a PDF that Chromium made; read from the file, since the file is what is printed. */
export interface PdfFacts {
  pages: number;
  /** First page, mm. */
  width: number;
  height: number;
}

const MM_PER_POINT = 25.4 / 72;

/** Chromium (Skia) writes page objects uncompressed, so their text can be read as it stands. Null when this is no such file. */
export function pdfFacts(pdf: Uint8Array): PdfFacts | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  if (!text.startsWith('%PDF-') || !text.trimEnd().endsWith('%%EOF')) return null;
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(text);
  if (!pages || !box) return null;
  return { pages, width: Number(box[1]) * MM_PER_POINT, height: Number(box[2]) * MM_PER_POINT };
}
