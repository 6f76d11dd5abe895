/** One part that Chromium is made of, as LICENSES.chromium.html lists it. */
export interface ChromiumPart {
  name: string;
  text: string;
}

const PART = /<span class="title">([^<]*)<\/span>[\s\S]*?<pre>([\s\S]*?)<\/pre>/g;
const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', nbsp: ' ' };

/** The page is a list of its own making (tools/licenses in Chromium): a title and the words of the licence, nine megabytes in all. */
export function chromiumParts(html: string): ChromiumPart[] {
  return [...html.matchAll(PART)].map(([, name = '', text = '']) => ({ name: decoded(name).trim(), text: decoded(text).trim() }));
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED[name ?? ''] ?? whole;
  });
