export const TEXTS = {
  fallbackTitle: '程序未能启动',
  fallbackText: '已保存的记录仍在这台电脑上。请重新启动程序；仍然如此，请复制详情并联系系统管理员。',
  faultTitle: '这个画面出了意外',
  faultText: '已保存的记录完好，已填内容在草稿里。点「重新打开」继续；仍然如此，请复制详情并联系系统管理员。',
  reopen: '重新打开',
  restore: '从备份恢复',
};
