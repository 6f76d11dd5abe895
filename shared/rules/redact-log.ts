/**
 * What of a line of the program's own log may stand on the disk and leave the house. The lines are written by us, in English,
 * with codes and times; but a sentence of the system may bring a file's name, and files are named after people. So whatever
 * could be somebody's is taken out by its form, without knowing the person: every run of Chinese characters (a name, a matter,
 * an address), numbers as documents and telephones have them, a visit's number, mail addresses, and paths but for ours.
 */
export interface Known {
  /** Folders whose names tell nothing, and what they are called instead; the longest first. */
  folders: readonly (readonly [folder: string, name: string])[];
}

/** In quotes a path may have spaces. */
const QUOTED = /(['"`])((?:[A-Za-z]:[\\/]|\\\\|\/(?!\/)).*?)\1/g;
const PATH = /(?:[A-Za-z]:[\\/]|\\\\|(?<![\w<>.:/])\/(?!\/))[^\s"'`<>|()]*/g;
/** Of a path only what kind of file it was. */
const hidden = (path: string): string => `<path>${/\.\w{1,5}(?=[:)]|$)/.exec(path)?.[0] ?? ''}`;
const RULES: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<id>'],
  [/\b\d{8}-\d{2}-\d{4}\b/g, '<visit>'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<mail>'],
  // 身份证 in 18 or 15 digits, and whatever else is as long.
  [/(?<![\w.])\d(?:[ -]?\d){13,18}[\dXx]?(?![\w])/g, '<number>'],
  [/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '<number>'],
  [/(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/g, '<number>'],
  // Passports and travel permits.
  [/(?<![A-Za-z0-9])[A-Z]{1,2}\d{7,9}(?![A-Za-z0-9])/g, '<document>'],
  [/(?<![\d.])\d{9,}(?![\d.])/g, '<number>'],
  [
    /\p{Script=Han}(?:[\p{Script=Han}·•．.、，,;；：:（）()《》「」“”\s\d]*\p{Script=Han})?/gu,
    (found) => `<${[...found].length} characters>`,
  ],
];

export function redactLog(text: string, { folders }: Known): string {
  let left = text;
  for (const [folder, name] of folders) if (folder) left = left.replaceAll(folder, name);
  left = left.replace(QUOTED, (_whole, quote: string, path: string) => `${quote}${hidden(path)}${quote}`).replace(PATH, hidden);
  for (const [form, instead] of RULES) left = left.replace(form, instead as string);
  return left;
}
