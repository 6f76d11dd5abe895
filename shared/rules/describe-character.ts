/** How a sentence names one wrong character: 「字母 O」 and 「数字 0」 look the same on many screens. */
export function describeCharacter(character: string): string {
  if (/^[A-Za-z]$/.test(character)) return `字母 ${character}`;
  if (/^\d$/.test(character)) return `数字 ${character}`;
  if (/^\p{Script=Han}$/u.test(character)) return `汉字「${character}」`;
  return `符号「${character}」`;
}
