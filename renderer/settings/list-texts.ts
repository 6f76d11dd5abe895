export const LIST_TEXTS = {
  wrong: '！需修改',
  add: '添加',
  remove: '移除',
  up: '上移',
  down: '下移',
};
