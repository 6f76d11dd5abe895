import type { FieldEntry } from '../domain/settings';

/** forms 5.11: the official national list was not found, so this first level is ours, to be confirmed by the unit and editable. */
const FIRST = [
  '农村农业',
  '自然资源（国土）',
  '城乡建设',
  '劳动和社会保障',
  '卫生健康',
  '教育',
  '科技文体',
  '民政',
  '政法（涉法涉诉）',
  '生态环境',
  '交通运输',
  '经济管理（财税金融商贸）',
  '市场监管',
  '组织人事',
  '纪检监察',
  '党务政务',
  '退役军人',
  '民族宗教',
  '其他',
] as const;
type First = (typeof FIRST)[number];

const SECOND: Partial<Record<First, readonly string[]>> = {
  农村农业: ['土地承包', '村务公开', '惠农补贴'],
  '自然资源（国土）': ['土地征收', '宅基地', '不动产登记'],
  城乡建设: ['拆迁安置', '房屋质量', '物业管理'],
  劳动和社会保障: ['劳动报酬', '劳动关系', '养老保险', '工伤待遇'],
  卫生健康: ['医疗纠纷', '医疗保障'],
  教育: ['入学', '收费'],
  民政: ['社会救助', '优待抚恤'],
  '政法（涉法涉诉）': ['诉讼案件', '执行', '公安执法'],
  生态环境: ['噪声', '污染'],
};

const two = (n: number): string => String(n).padStart(2, '0');
const entry = (code: string, name: string, parent: string): FieldEntry => ({ code, name, parent, department: '', active: true });

/** Codes '01'–'19', second level '0401' … under its parent. */
export const DEFAULT_FIELDS: readonly FieldEntry[] = FIRST.flatMap((name, i) => {
  const code = two(i + 1);
  return [entry(code, name, ''), ...(SECOND[name] ?? []).map((child, k) => entry(code + two(k + 1), child, code))];
});
