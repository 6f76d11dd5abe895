import type { Conduct, Level } from '../domain/emergency';

type Row = readonly [id: string, label: string, level: Level, clause: Conduct['clause']];

/**
 * What raises the level when it is ticked: the matrix of incidents 3.2 and the six items of 条例 26 条, in our own words.
 * `clause` 0 where the regulation forbids nothing: being upset, ill or hurt, threatening or harming oneself, a thing that
 * somebody found. A tick proposes a level, it does not say that anybody broke the law.
 */
const ROWS: readonly Row[] = [
  ['agitated', '情绪激动', 4, 0],
  ['loud', '高声喧哗', 4, 0],
  ['short-stay', '短时滞留', 4, 4],

  ['insult', '辱骂工作人员', 3, 3],
  ['shove', '推搡', 3, 3],
  ['gather', '在周边聚集，通行未断', 3, 1],
  ['banner', '拉横幅', 3, 6],
  ['stay-late', '滞留到下班以后', 3, 4],
  ['make-trouble', '在接待场所滋事', 3, 4],
  ['abandon', '把不能自理的人留下不管', 3, 4],
  ['incite', '煽动、串联他人来访', 3, 5],
  ['coerce', '胁迫或用财物拉人来访', 3, 5],
  ['pull-strings', '在幕后操纵他人来访', 3, 5],
  ['profit', '借信访收钱敛财', 3, 5],
  ['other-order', '其他扰乱公共秩序的行为', 3, 6],
  ['filming', '拍摄或直播，尚未扩散', 3, 0],
  ['sudden-illness', '有人突发疾病', 3, 0],
  ['part-disturbed', '部分接待受影响', 3, 0],

  ['block-gate', '堵门、围堵单位', 2, 1],
  ['block-road', '堵路、阻断交通', 2, 1],
  ['stop-vehicle', '拦截公务车辆', 2, 1],
  ['dangerous-item', '携带危险物品或管制器具', 2, 2],
  ['threaten-staff', '威胁工作人员', 2, 3],
  ['blow', '殴打他人', 2, 3],
  ['restrain', '限制他人人身自由', 2, 3],
  ['damage', '毁坏财物', 2, 3],
  ['threaten-public', '扬言放火、爆炸', 2, 6],
  ['threaten-harm', '扬言自伤或伤人', 2, 0],
  ['self-harm', '已经自伤', 2, 0],
  ['suspicious-item', '发现可疑物品', 2, 0],
  ['spreading', '舆情已在扩散', 2, 0],
  ['injury', '有人受伤', 2, 0],
  ['work-stopped', '接待工作中断', 2, 0],

  ['storm', '冲击机关', 1, 1],
  ['smash', '打砸', 1, 3],
  ['hostage', '劫持人员', 1, 3],
  ['cross-unit', '跨单位串联', 1, 5],
  ['arson', '纵火、爆炸', 1, 6],
  ['death', '有人死亡或多人重伤', 1, 0],
  ['lost-control', '现场失去控制', 1, 0],
];

export const DEFAULT_CONDUCTS: readonly Conduct[] = ROWS.map(([id, label, level, clause]) => ({ id, label, level, clause }));
