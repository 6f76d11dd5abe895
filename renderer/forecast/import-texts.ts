const n = (count: number): string => count.toLocaleString('en');

export const IMPORT = {
  title: '从表格导入预判',
  date: '来访日期（表中没有写的）',
  channel: '渠道（表中没有写的）',
  choose: '选择文件',
  or: '或把表格复制后粘贴在这里（含表头）',
  pasteNote: '从表格软件里选中、复制，在这里粘贴',
  read: '读取粘贴的表格',
  reading: '正在读取…',
  another: '换一个表格',
  sheet: '工作表',
  head: '表头所在行',
  headAt: (row: number, rows: 1 | 2) => (rows === 1 ? `第 ${row} 行` : `第 ${row}、${row + 1} 两行`),
  noHead: '没有找到',
  columns: '各栏取自哪一列',
  notTaken: '（不取）',
  remembered: '各列按上次同样表头的表格对应，可以修改。',
  missing: (names: string) => `还要选定：${names}。`,
  counts: (lines: number, good: number, duplicates: number, refused: number) =>
    `共 ${n(lines)} 行：可导入 ${n(good)} 行，重复 ${n(duplicates)} 行，不能导入 ${n(refused)} 行。`,
  firstRows: (count: number) => `前 ${count} 行`,
  line: '行号',
  refusedRows: (shown: number, all: number) => (shown < all ? `不能导入的行（前 ${n(shown)} 行，共 ${n(all)} 行）` : '不能导入的行'),
  repeatedRows: (shown: number, all: number) => (shown < all ? `重复的行（前 ${n(shown)} 行，共 ${n(all)} 行）` : '重复的行'),
  sameAs: (line: number) => `与第 ${line} 行相同`,
  there: '预判中已有',
  start: (count: number) => `导入 ${n(count)} 行`,
  done: (imported: number, duplicates: number, refused: number) =>
    `导入完成：导入 ${n(imported)} 行，重复未导入 ${n(duplicates)} 行，不能导入 ${n(refused)} 行。`,
  back: '返回',
} as const;
