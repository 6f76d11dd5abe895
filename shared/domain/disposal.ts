import { z } from 'zod';
import { DayString, Id, text } from './basics';

/** What came of an interview (forms 5.5): exactly one, and none without one. */
export const RESULTS = [
  'answered',
  'verify',
  'accepted',
  'transferred',
  'assigned',
  'guided',
  'judicial',
  'discipline',
  'not-accepted',
  'concluded',
  'mediated',
  'aid',
  'suggestion',
  'left',
  'suspended',
] as const;
export const ResultKind = z.enum(RESULTS);
export type ResultKind = z.infer<typeof ResultKind>;
export const RESULT_NAMES: Record<ResultKind, string> = {
  answered: '当场答复',
  verify: '待核实',
  accepted: '受理',
  transferred: '转送',
  assigned: '交办',
  guided: '引导至有权机关',
  judicial: '涉法涉诉引导',
  discipline: '检举控告移送纪检监察',
  'not-accepted': '不予受理',
  concluded: '不再受理（已终结）',
  mediated: '调解、和解',
  aid: '救助帮扶',
  suggestion: '建议意见采纳研究',
  left: '来访人自行离开、放弃',
  suspended: '中止（突发事件）',
};

export const TARGET_AT_MOST = { name: 60, address: 120, phone: 30, basis: 200 } as const;
/** An authority that a matter belongs to, as it is told to the visitor. */
export const Target = z.object({
  name: text(TARGET_AT_MOST.name),
  address: text(TARGET_AT_MOST.address),
  phone: text(TARGET_AT_MOST.phone),
  basis: text(TARGET_AT_MOST.basis),
});
export type Target = z.infer<typeof Target>;

/** Everything that belongs to a result; which of it is needed stands in rules/disposal. */
export const Disposal = z.object({
  result: ResultKind,
  /** 答复要点, or what was agreed, given or proposed. */
  answer: text(20_000).default(''),
  /** 「无需依据」: why an answer stands without a citation. */
  noBasisReason: text(200).default(''),
  target: Target.default({ name: '', address: '', phone: '', basis: '' }),
  department: text(60).default(''),
  reason: text(500).default(''),
  /** The article by which it is not accepted. */
  article: text(200).default(''),
  /** 受理之日; only then do the 60 days run. */
  acceptedOn: z.union([DayString, z.literal('')]).default(''),
  /** 简易办理 instead of the ordinary procedure. */
  simple: z.boolean().default(false),
  /** Number of the final decision (条例 36 条). */
  decisionNo: text(60).default(''),
  /** 初步处理意见, and by whom. */
  opinion: text(5000).default(''),
  opinionBy: z.union([Id, z.literal('')]).default(''),
  /** Who but the team may see a secret matter. */
  namedPeople: z.array(Id).max(20).default([]),
});
export type Disposal = z.infer<typeof Disposal>;
export type DisposalInput = z.input<typeof Disposal>;

/** One line of the unit's table 诉求 → 途径 → 机关 (依法分类处理诉求清单). */
export const GuideTarget = z.object({
  id: z.string().min(1).max(40),
  /** 涉法涉诉 or another way. */
  route: z.enum(['judicial', 'arbitration', 'party', 'administrative', 'enforcement', 'petition', 'discipline', 'other']),
  demand: text(60).default(''),
  name: text(60),
  address: text(120).default(''),
  phone: text(30).default(''),
  basis: text(200).default(''),
  limit: text(60).default(''),
  active: z.boolean().default(true),
});
export type GuideTarget = z.infer<typeof GuideTarget>;
export const ROUTE_NAMES: Record<GuideTarget['route'], string> = {
  judicial: '诉讼、复议等（涉法涉诉）',
  arbitration: '仲裁',
  party: '党员申诉、复审',
  administrative: '行政程序',
  enforcement: '查处违法、履职',
  petition: '信访程序',
  discipline: '纪检监察',
  other: '其他',
};
export const TargetSettings = z.object({ entries: z.array(GuideTarget).max(500) });
export type TargetSettings = z.infer<typeof TargetSettings>;
