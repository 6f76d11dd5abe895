export const TEXTS = {
  label: '查找',
  placeholder: '查找：编号、姓名、拼音、证件或手机后四位',
  results: '查找结果',
  none: '没有找到。可试姓名、拼音首字母、证件后四位、手机后四位或编号。',
  keys: [
    ['↑ ↓', '选择'],
    ['Enter', '打开'],
    ['Ctrl+P', '此人全部来访'],
    ['Esc', '收起'],
  ],
  capped: '结果很多，只显示一部分，请再输入几个字。',
  heads: (heads: number) => `等 ${heads} 人`,
};
