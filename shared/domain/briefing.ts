import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';

/** 《接访情况专报》 (plan S07, forms 5.9): drafted from the records of a day, reviewed, signed, numbered, then only ever added to. */
export const BRIEFING_STATES = ['draft', 'submitted', 'reviewed', 'issued', 'withdrawn'] as const;
export const BriefingState = z.enum(BRIEFING_STATES);
export type BriefingState = z.infer<typeof BriefingState>;
export const BRIEFING_STATE_NAMES: Record<BriefingState, string> = {
  draft: '拟稿',
  submitted: '待审核',
  reviewed: '待签发',
  issued: '已签发',
  withdrawn: '已撤稿',
};

/** In the order of the paper; head, name list and signatures stand around them. */
export const BRIEFING_SECTIONS = ['overview', 'cases', 'handling', 'promises', 'risks', 'advice'] as const;
export const BriefingSectionKey = z.enum(BRIEFING_SECTIONS);
export type BriefingSectionKey = z.infer<typeof BriefingSectionKey>;
export const BRIEFING_SECTION_NAMES: Record<BriefingSectionKey, string> = {
  overview: '来访基本情况',
  cases: '重点个案',
  handling: '处置经过',
  promises: '已答复、承诺与限期',
  risks: '风险研判',
  advice: '建议措施与责任分工',
};

/** A record that a sentence was made from. */
export const SOURCE_KINDS = ['day', 'visit', 'interview', 'promise', 'incident', 'forecast', 'briefing'] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;
export const SOURCE_NAMES: Record<SourceKind, string> = {
  day: '当日登记',
  visit: '来访',
  interview: '接谈',
  promise: '限期',
  incident: '突发',
  forecast: '预判',
  briefing: '专报',
};
export const Source = z.object({ kind: SourceKind, id: z.string().max(60), label: z.string().max(60) });
export type Source = z.infer<typeof Source>;

/** `generated`: as the records said it; empty for a sentence that somebody added. */
export const Sentence = z.object({ text: text(2000), generated: z.string().max(4000), sources: z.array(Source).max(50) });
export type Sentence = z.infer<typeof Sentence>;
export const BriefingSection = z.object({ key: BriefingSectionKey, sentences: z.array(Sentence).max(200) });
export type BriefingSection = z.infer<typeof BriefingSection>;

/** One line of the attachment: nobody is named in full on a paper that is passed on. */
export const NameLine = z.object({
  number: z.string(),
  names: z.array(z.string()),
  documents: z.array(z.string()),
  heads: z.number().int(),
  field: z.string(),
  result: z.string(),
});
export type NameLine = z.infer<typeof NameLine>;

/** What may be edited until it is submitted. */
export const BriefingText = z.object({
  to: requiredText(200, '报送对象'),
  secrecy: requiredText(20, '密级'),
  term: text(20),
  sections: z.array(BriefingSection).length(BRIEFING_SECTIONS.length),
});
export type BriefingText = z.infer<typeof BriefingText>;

export const BRIEFING_ACTS = ['created', 'submitted', 'returned', 'reviewed', 'issued', 'withdrawn', 'instruction', 'carried-out'] as const;
export const BriefingActKind = z.enum(BRIEFING_ACTS);
export type BriefingActKind = z.infer<typeof BriefingActKind>;
export const BRIEFING_ACT_NAMES: Record<BriefingActKind, string> = {
  created: '起草',
  submitted: '送审',
  returned: '退回',
  reviewed: '审核通过',
  issued: '签发',
  withdrawn: '撤稿',
  instruction: '领导批示',
  'carried-out': '批示落实',
};
export const BriefingAct = z.object({ id: Id, kind: BriefingActKind, at: Instant, name: z.string(), text: z.string() });
export type BriefingAct = z.infer<typeof BriefingAct>;

/** 领导批示: what, by whom, who sees to it until when, and for which of the cases. */
export const InstructionInput = z.object({
  leader: requiredText(30, '批示领导'),
  text: requiredText(1000, '批示内容'),
  department: requiredText(60, '责任单位或责任人'),
  due: DayString,
  /** Of the cases in the briefing; none: it is about no single matter. */
  matterIds: z.array(Id).max(50).default([]),
});
export type InstructionInput = z.infer<typeof InstructionInput>;

export const InstructionView = z.object({
  id: Id,
  at: Instant,
  leader: z.string(),
  text: z.string(),
  department: z.string(),
  due: DayString,
  /** One for each matter it is about, or one alone. */
  items: z.array(
    z.object({
      promiseId: Id,
      /** Empty: seen to here and not under a matter. */
      matterId: z.union([Id, z.literal('')]),
      title: z.string(),
      state: z.enum(['open', 'kept', 'void']),
      overdue: z.boolean(),
      keptAt: Instant.nullable(),
    }),
  ),
});
export type InstructionView = z.infer<typeof InstructionView>;

export const BriefingRow = z.object({
  id: Id,
  state: BriefingState,
  /** 〔2026〕第3期, or 待编号. */
  number: z.string(),
  date: DayString,
  changedAt: Instant,
  drafterName: z.string(),
  cases: z.number().int(),
  /** The number of the one that this one corrects; empty for none. */
  corrects: z.string(),
  correctedBy: z.string(),
  /** Instructions whose day has come or gone. */
  openInstructions: z.number().int(),
});
export type BriefingRow = z.infer<typeof BriefingRow>;

export const BriefingView = BriefingRow.omit({ openInstructions: true }).extend({
  /** Counts every saved text; a save from an older one is refused. */
  edition: z.number().int(),
  text: BriefingText,
  names: z.array(NameLine),
  drafterId: z.union([Id, z.literal('')]),
  reviewerName: z.string(),
  signerName: z.string(),
  submittedAt: Instant.nullable(),
  reviewedAt: Instant.nullable(),
  issuedAt: Instant.nullable(),
  /** Why it came back; empty when it did not. */
  returned: z.string(),
  acts: z.array(BriefingAct),
  instructions: z.array(InstructionView),
  matters: z.array(z.object({ id: Id, title: z.string() })),
  /** Which desk gives the number, and whether it is this one. */
  issuing: z.object({ deskName: z.string(), here: z.boolean() }),
});
export type BriefingView = z.infer<typeof BriefingView>;

/** One visit of the day as a possible case. `why`: empty when nothing speaks for it but a person may. */
export const BriefingCandidate = z.object({
  visitId: Id,
  queueNumber: z.string(),
  nameMasked: z.string(),
  heads: z.number().int(),
  field: z.string(),
  summary: z.string(),
  result: z.string(),
  why: z.string(),
});
export type BriefingCandidate = z.infer<typeof BriefingCandidate>;
