/** The first letters of a text, by whole characters: 𠮷 is two code units. What was left out is told by 「…」. */
export function beginning(text: string, letters: number): string {
  // A character has at most two units: no more than these are looked at, however long the text.
  const first = [...text.slice(0, letters * 2 + 2)];
  return first.length > letters ? `${first.slice(0, letters).join('')}…` : first.join('');
}
