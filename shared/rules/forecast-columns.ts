import { type LedgerHead, OTHERS, plainHead } from './ledger-columns';
import type { HeadNames } from './ledger-head';

/** Which column of a list holds what. The lists of three channels name them each in its own way; whole names only. */
export const FORECAST_COLUMNS = [
  'who',
  'date',
  'time',
  'heads',
  'demand',
  'field',
  'place',
  'history',
  'visits',
  'resolved',
  'interests',
  'age',
  'extreme',
  'health',
  'conduct',
  'channel',
  'received',
  'source',
] as const;
export type ForecastColumn = (typeof FORECAST_COLUMNS)[number];
export const FORECAST_COLUMN_NAMES: Record<ForecastColumn, string> = {
  who: '来访人或群体',
  date: '来访日期',
  time: '预计时间',
  heads: '来访人数',
  demand: '主要诉求',
  field: '涉及领域',
  place: '属地',
  history: '历史处理情况',
  visits: '第几次来访（含这一次）',
  resolved: '是否化解',
  interests: '重大利益冲突',
  age: '年龄',
  extreme: '极端行为史',
  health: '健康状况',
  conduct: '过往行为',
  channel: '渠道',
  received: '收到时间',
  source: '来源',
};
/** Without it no line can become an item; whatever else is missing is not known. */
export const FORECAST_NEEDED: readonly ForecastColumn[] = ['who'];
export type ForecastMapping = Partial<Record<ForecastColumn, number>>;

const ALIASES: Record<ForecastColumn, string> = {
  who: '来访人 来访人员 来访人姓名 来访人或群体 来访群体 来访对象 信访人 信访人姓名 信访群体 姓名 群体 群体名称 重点人员 重点人员姓名 重点人 人员 人员姓名 反映人 诉求人 上访人',
  date: '来访日期 预计来访日期 预计日期 拟来访日期 日期',
  time: '预计时间 预计来访时间 来访时间 拟来访时间 预计到访时间 预计到达时间 时间 时段',
  heads: '人数 来访人数 预计人数 预计来访人数 涉及人数 人次 规模',
  demand: '主要诉求 诉求 诉求内容 反映问题 反映的问题 反映事项 信访事项 信访内容 事项 主要内容 内容 事由 来访事由 概况',
  field: '领域 涉及领域 诉求领域 类别 问题类别 问题分类 内容分类 分类 所属领域 类型',
  place: '属地 问题属地 事发地 责任属地 所属乡镇 乡镇 辖区 所属街道 街道',
  history: '历史处理情况 处理情况 前期处理情况 既往处理情况 办理情况 办理结果 处理结果 前期工作 历史情况 办理进展',
  visits: '第几次来访 第几次 来访次数 信访次数 重复次数 次数',
  resolved: '是否化解 化解情况 是否已化解 化解状态',
  interests: '重大利益冲突 是否重大利益冲突 涉及重大利益冲突 是否涉及重大利益冲突 重大利益',
  age: '年龄 周岁',
  extreme: '极端行为史 极端行为 有无极端行为 有无极端行为史 是否有极端行为史 过激行为史',
  health: '健康状况 健康 身体状况 身体情况 病史 健康情况',
  conduct: '过往行为 行为特征 既往行为 现实表现 行为表现 重点特征',
  channel: '渠道 来源渠道 信息渠道 信访渠道',
  received: '收到时间 接收时间 报送时间 接报时间',
  source: '来源 信息来源 来源单位 报送单位 报送来源 提供单位',
};
const BY_ALIAS = new Map(FORECAST_COLUMNS.flatMap((column) => ALIASES[column].split(' ').map((alias) => [alias, column] as const)));

export const columnOfHead = (text: string): ForecastColumn | undefined => BY_ALIAS.get(plainHead(text));

function columnOf({ text, group }: LedgerHead): ForecastColumn | undefined {
  const whole = group ? columnOfHead(group + text) : undefined;
  if (whole) return whole;
  return OTHERS.test(group) ? undefined : columnOfHead(text);
}

export function mapForecastColumns(heads: readonly LedgerHead[]): ForecastMapping {
  const mapping: ForecastMapping = {};
  for (const [at, head] of heads.entries()) {
    const column = columnOf(head);
    if (column) mapping[column] ??= at;
  }
  return mapping;
}
export const FORECAST_HEADS: HeadNames<ForecastMapping> = { map: mapForecastColumns, fields: FORECAST_COLUMNS, needed: FORECAST_NEEDED };

/** A file is known again by the names of its columns, however they are spaced. */
export const headsKey = (columns: readonly string[]): string => columns.map(plainHead).join('|');
