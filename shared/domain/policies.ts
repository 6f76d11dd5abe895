import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';

export const PolicyKind = z.enum(['regulation', 'law', 'rules', 'unit', 'other']);
export type PolicyKind = z.infer<typeof PolicyKind>;
export const POLICY_KIND_NAMES: Record<PolicyKind, string> = {
  regulation: '党内法规、行政法规',
  law: '法律',
  rules: '规章、规范性文件',
  unit: '本单位政策',
  other: '其他',
};

/** A text of the library. */
export const PolicyView = z.object({
  id: Id,
  title: z.string(),
  issuer: z.string(),
  kind: PolicyKind,
  /** 文号 or year, as it is cited. */
  version: z.string(),
  /** In force from this day; empty where it is not known. */
  effective: z.union([DayString, z.literal('')]),
  articles: z.number().int(),
  active: z.boolean(),
  /** Ours: 「摘要，非原文」. */
  digest: z.boolean(),
  source: z.string(),
  addedAt: Instant,
  addedByName: z.string(),
});
export type PolicyView = z.infer<typeof PolicyView>;

/** One article (条), or one part of a text without articles. */
export const ArticleView = z.object({
  id: Id,
  policyId: Id,
  title: z.string(),
  version: z.string(),
  effective: z.string(),
  digest: z.boolean(),
  /** Whether its text is in use; a retired one is still found, behind the others. */
  active: z.boolean(),
  /** 「第二十条」; in a text without articles the heading of the part, or its number. */
  label: z.string(),
  /** 「第三章 …」; empty where the text has none. */
  chapter: z.string(),
  /** What it is about, in a few words; empty where the text does not say. */
  subject: z.string(),
  words: z.string(),
});
export type ArticleView = z.infer<typeof ArticleView>;

/** Begin and end in a text, in UTF-16 units: where a word that was looked for stands. */
export const Mark = z.tuple([z.number().int(), z.number().int()]);
export type Mark = z.infer<typeof Mark>;

/** An article that was found. */
export const ArticleFound = ArticleView.omit({ words: true }).extend({
  /** The place of its words where they were found. */
  excerpt: z.string(),
  marks: z.array(Mark),
  subjectMarks: z.array(Mark),
});
export type ArticleFound = z.infer<typeof ArticleFound>;

/** What an import asks before it is stored. */
export const PolicyAbout = z.object({
  title: requiredText(100, '标题'),
  issuer: text(60).default(''),
  kind: PolicyKind,
  version: text(60).default(''),
  effective: z.union([DayString, z.literal('')]).default(''),
});
export type PolicyAbout = z.infer<typeof PolicyAbout>;
