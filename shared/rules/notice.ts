/** The notice's lines with the unit's name and the years a recording is kept put in. */
export const fillNotice = (lines: readonly string[], { unit, years }: { unit: string; years: number }): string[] =>
  lines.map((line) => line.replaceAll('{unit}', unit).replaceAll('{years}', String(years)).trim()).filter((line) => line !== '');
