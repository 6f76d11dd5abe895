/**
 * Parts of other makers that a package carries inside itself, where no bundler sees a package: what they are, as their package
 * says it. `texts`: files of licences/ (the words as SPDX keeps them).
 */
export const EMBEDDED = {
  unpdf: [
    {
      name: 'pdfjs-dist',
      version: '5.6.205',
      licence: 'Apache-2.0',
      purl: 'pkg:npm/pdfjs-dist@5.6.205',
      head: 'Copyright Mozilla Foundation',
      texts: ['Apache-2.0'],
      // A test looks for it there, so that another edition of the package is noticed.
      mark: { file: 'dist/pdfjs.mjs', text: 'apiVersion:"5.6.205"' },
    },
  ],
  'pdf-to-printer': [
    {
      name: 'SumatraPDF',
      version: '3.4.6',
      licence: 'GPL-3.0-only AND AGPL-3.0-only',
      purl: 'pkg:github/sumatrapdfreader/sumatrapdf@3.4.6rel',
      head: 'SumatraPDF (GPL-3.0) with MuPDF (AGPL-3.0). A program of its own, started on Windows to print a PDF; unchanged. Its source: github.com/sumatrapdfreader/sumatrapdf, tag 3.4.6rel.',
      texts: ['GPL-3.0-only', 'AGPL-3.0-only'],
      mark: { file: 'dist/SumatraPDF-3.4.6-32.exe', text: 'MZ' },
    },
  ],
};
