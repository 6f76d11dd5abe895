const n = (count: number): string => count.toLocaleString('en');
const part = (words: string, shown: number, all: number): string =>
  shown < all ? `${words}（前 ${n(shown)} 行，共 ${n(all)} 行）` : words;

/** Of any table that is read in: an old ledger, a channel's list. */
export const TABLE = {
  sheet: '工作表',
  head: '表头所在行',
  headAt: (row: number, rows: 1 | 2) => (rows === 1 ? `第 ${row} 行` : `第 ${row}、${row + 1} 两行`),
  noHead: '没有找到',
  columns: '各栏取自哪一列',
  notTaken: '（不取）',
  missing: (names: string) => `还要选定：${names}。`,
  counts: (lines: number, good: number, duplicates: number, refused: number) =>
    `共 ${n(lines)} 行：可导入 ${n(good)} 行，重复 ${n(duplicates)} 行，不能导入 ${n(refused)} 行。`,
  firstRows: (count: number) => `前 ${count} 行`,
  line: '行号',
  reason: '原因',
  content: '内容',
  refusedRows: (shown: number, all: number) => part('不能导入的行', shown, all),
  repeatedRows: (shown: number, all: number) => part('重复的行', shown, all),
  shortenedRows: (shown: number, all: number) => part('缩短的行', shown, all),
  sameAs: (line: number) => `与第 ${line} 行相同`,
  done: (imported: number, duplicates: number, refused: number) =>
    `导入完成：导入 ${n(imported)} 行，重复未导入 ${n(duplicates)} 行，不能导入 ${n(refused)} 行。`,
};
