/** A time of day as people write it: 9:30, 930, 0930, 9点半, １４：００. `HH:mm`, or null when it is none. */
export function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').replace('点半', '点30').replace(/分$/, '');
  const parts = /^(\d{1,2})[:.点时](\d{0,2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain) ?? /^(\d{1,2})$/.exec(plain);
  if (!parts) return null;
  const [, hour = '', minute = ''] = parts;
  // 9:3 could be 9:30 or 9:03; it is asked again.
  if (minute.length === 1 || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
