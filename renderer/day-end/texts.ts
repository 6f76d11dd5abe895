export const TEXTS = {
  title: '日终',
  list: '未交还的卡',
  empty: '今天的卡都已收回，没有人留在大厅。',
  intro: '每张卡一个键：回车或 B 收卡离开，L 人已离开、卡遗失；按错了 Ctrl+Z 撤回。还有寄存物品的，先办归还或移交。',
  takeBack: (number: string) => `撤回 ${number}`,
  lostTitle: '遗失的卡（30 天内）',
  lostEmpty: '没有遗失的卡。',
  lostHint: '卡找到了，在这一行按回车。',
  summary: (open: number, earlier: number) =>
    open === 0 ? '卡已收齐' : `还有 ${open} 张卡未交还${earlier > 0 ? `，其中 ${earlier} 张是前几日的` : ''}`,
};
