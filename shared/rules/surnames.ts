/** 复姓 in use (通用规范, the commoner ones); any other name has a one-character surname. */
const COMPOUND = new Set(
  (
    '欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 ' +
    '司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 ' +
    '梁丘 左丘 东门 西门 南荣 第五 纳兰 完颜 耶律 爱新觉罗'
  ).split(' '),
);
const HAN = /^\p{Script=Han}+$/u;

/** What a mask may show of a name: the surname, or the first character of a name that has none in our sense. */
export function surnameOf(name: string): string {
  const characters = [...name.trim()];
  const first = characters[0];
  // A name of one character has nothing that a mask may show.
  if (first === undefined || characters.length < 2) return '';
  if (!HAN.test(characters.join(''))) return first;
  for (const length of [4, 2]) {
    const head = characters.slice(0, length).join('');
    if (characters.length > length && COMPOUND.has(head)) return head;
  }
  return first;
}

/** The rest of a name after its surname; of 「名·姓」 and Latin names the part after the first mark or space. */
export function givenNameOf(name: string): string {
  const trimmed = name.trim();
  const parts = trimmed.split(/[·•．.\s]+/u).filter((part) => part !== '');
  if (parts.length > 1) return parts.slice(1).join('');
  return HAN.test(trimmed) ? trimmed.slice(surnameOf(trimmed).length) : '';
}
