/** Masks of identity 7.6. [default] */

/** First four and last four; a short number keeps only its last two. */
export function maskDocument(number: string): string {
  if (number === '') return '';
  if (number.length < 9) return '*'.repeat(Math.max(0, number.length - 2)) + number.slice(-2);
  return number.slice(0, 4) + '*'.repeat(number.length - 8) + number.slice(-4);
}

/** 138****5678 */
export function maskPhone(phone: string): string {
  if (phone === '') return '';
  if (phone.length < 8) return '*'.repeat(Math.max(0, phone.length - 2)) + phone.slice(-2);
  return phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4);
}

const COMPOUND = new Set('欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 第五 轩辕 拓跋 西门'.split(' '));

export const surnameOf = (name: string): string => {
  const chars = [...name];
  const two = chars.slice(0, 2).join('');
  return chars.length > 2 && COMPOUND.has(two) ? two : (chars[0] ?? '');
};

/** 张*, 王**, 欧阳*: for screens that visitors can see. */
export function maskName(name: string): string {
  const surname = surnameOf(name);
  return surname + '*'.repeat([...name].length - [...surname].length);
}
