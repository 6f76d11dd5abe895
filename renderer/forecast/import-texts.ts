const n = (count: number): string => count.toLocaleString('en');

/** Beside what every table says (table-import/texts). */
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
  remembered: '各列按上次同样表头的表格对应，可以修改。',
  there: '预判中已有',
  start: (count: number) => `导入 ${n(count)} 行`,
  back: '返回',
} as const;
