/**
 * Which column of an old ledger holds what. Every unit named its columns itself, so a head is recognised by a table of
 * the names in use, and by whole names only: 「被反映人姓名」 is not the visitor's name though it ends in it.
 */
export const LEDGER_FIELDS = [
  'name',
  'docNumber',
  'docType',
  'sex',
  'phone',
  'address',
  'date',
  'summary',
  'field',
  'purpose',
  'place',
  'heads',
  'result',
  'note',
  'number',
  'serial',
] as const;
export type LedgerField = (typeof LEDGER_FIELDS)[number];

export const LEDGER_FIELD_NAMES: Record<LedgerField, string> = {
  name: '姓名',
  docNumber: '证件号码',
  docType: '证件类型',
  sex: '性别',
  phone: '电话',
  address: '住址',
  date: '来访日期',
  summary: '来访事由',
  field: '领域',
  purpose: '信访目的',
  place: '问题属地',
  heads: '人数',
  result: '办理结果',
  note: '备注',
  number: '编号',
  serial: '序号（不导入）',
};
/** Without these no line can become a visit. */
export const NEEDED_FIELDS: readonly LedgerField[] = ['name', 'date', 'summary'];

const ALIASES: Record<LedgerField, string> = {
  name: '姓名 来访人 来访人姓名 来访者 来访者姓名 信访人 信访人姓名 上访人 上访人姓名 群众姓名 来访群众 来访群众姓名 当事人 当事人姓名 反映人 反映人姓名 名字 代表姓名 来访人员 来访人员姓名',
  docNumber:
    '身份证号 身份证号码 身份证 证件号 证件号码 公民身份号码 公民身份证号码 居民身份证号 居民身份证号码 有效证件号码 来访人身份证号 来访人身份证号码 信访人身份证号 信访人身份证号码 身份号码',
  docType: '证件类型 证件种类 证件名称 证件类别',
  sex: '性别',
  phone: '电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 联系电话号码 联系手机 移动电话 来访人电话 信访人电话 来访人联系电话',
  address:
    '住址 地址 家庭住址 联系地址 现住址 现住地址 居住地址 户籍地址 户籍所在地 详细地址 家庭地址 通讯地址 住所 单位或住址 单位及住址 工作单位或住址',
  date: '来访日期 登记日期 日期 来访时间 登记时间 时间 接访日期 接访时间 接待日期 接待时间 信访日期 信访时间 上访日期 上访时间 受理日期 受理时间 年月日',
  summary:
    '来访事由 反映问题 事项 内容 事由 反映内容 反映事项 信访事项 信访内容 来访内容 来访事项 主要诉求 诉求 诉求内容 反映的问题 反映主要问题 主要问题 反映情况 问题概况 信访问题 概况 概述 主要内容 反映的主要问题 信访诉求 案由 问题内容 来访原因',
  field:
    '领域 类别 分类 诉求领域 问题类别 问题分类 问题类型 信访类别 内容分类 内容类别 事项类别 事项分类 所属领域 类型 信访问题类别 系统 所属系统',
  purpose: '信访目的 目的 来访目的',
  place: '问题属地 属地 事发地 问题发生地 所属地区 责任属地 所属乡镇 乡镇 辖区',
  heads: '人数 来访人数 人次 上访人数 来访人次 信访人数 批次人数 来访人数人',
  result: '处理情况 办理结果 办理情况 处理结果 处理意见 答复情况 办理答复情况 处置情况 办结情况 结果 化解情况 办理状态',
  note: '备注 说明 其他 备考 备注说明',
  number: '编号 登记编号 登记号 信访编号 信访件编号 受理编号 案号 来访编号 信访号 档案号 卷号 登记序号 台账编号',
  serial: '序号 顺序号 行号 次序 no',
};

const FIELD_BY_ALIAS = new Map(LEDGER_FIELDS.flatMap((field) => ALIASES[field].split(' ').map((alias) => [alias, field] as const)));

/** As a head is compared: half-width, without spaces, brackets and what stands in them, marks of duty and colons. */
export const plainHead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[([{【〔].*?[)\]}】〕]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

export const fieldOfHead = (text: string): LedgerField | undefined => FIELD_BY_ALIAS.get(plainHead(text));

/** Column index by field. */
export type LedgerMapping = Partial<Record<LedgerField, number>>;

/** Each field is taken from the first column that bears one of its names. */
export function mapColumns(heads: readonly LedgerHead[]): LedgerMapping {
  const mapping: LedgerMapping = {};
  for (const [column, head] of heads.entries()) {
    const field = fieldOfColumn(head);
    if (field) mapping[field] ??= column;
  }
  return mapping;
}

/** The text over a column; `group` is what stands above it in a head of two rows. */
export interface LedgerHead {
  text: string;
  group: string;
}
/** Columns about somebody else than the visitor. */
export const OTHERS = /被|对方|承办|经办|接访|接待|领导|责任|代理|陪同|监护/u;

function fieldOfColumn({ text, group }: LedgerHead): LedgerField | undefined {
  const whole = group ? fieldOfHead(group + text) : undefined;
  if (whole) return whole;
  return OTHERS.test(group) ? undefined : fieldOfHead(text);
}

export const headText = ({ text, group }: LedgerHead): string => (group && group !== text ? `${group}／${text}` : text);
