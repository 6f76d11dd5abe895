import { z } from 'zod';
import { Id, Instant, requiredText } from './basics';

/** A4 papers of an interview and of what follows (forms 5.4, 5.6). Their words are templates that the unit may change. */
export const LETTER_KINDS = [
  'record',
  'received',
  'accepted',
  'not-accepted',
  'concluded',
  'judicial',
  'transfer',
  'assignment',
  'extension',
  'reply',
  'service-return',
  'authorisation',
  'dissuasion',
  'destruction',
] as const;
export const LetterKind = z.enum(LETTER_KINDS);
export type LetterKind = z.infer<typeof LetterKind>;
export const LETTER_NAMES: Record<LetterKind, string> = {
  record: '接谈记录单',
  received: '接收告知单',
  accepted: '受理告知书',
  'not-accepted': '不予受理告知书',
  concluded: '不再受理告知书',
  judicial: '涉法涉诉引导告知单',
  transfer: '转送函',
  assignment: '交办函',
  extension: '延期办理告知书',
  reply: '处理（答复）意见书',
  'service-return': '送达回证',
  authorisation: '授权委托书',
  dissuasion: '劝离（警示）告知书',
  destruction: '录音销毁证明',
};

/** The body as the administrator edits it; how it is read stands in documents/letter. */
export const LetterTemplate = z.object({
  kind: LetterKind,
  title: requiredText(40, '标题'),
  body: requiredText(10_000, '正文'),
});
export type LetterTemplate = z.infer<typeof LetterTemplate>;

export const LetterTemplateView = LetterTemplate.extend({
  /** 0: as the program brought it. */
  version: z.number().int(),
  changedAt: Instant.nullable(),
  changedByName: z.string(),
});
export type LetterTemplateView = z.infer<typeof LetterTemplateView>;

/** What a paper says that the record does not. */
export const LetterInput = z.object({
  kind: LetterKind,
  interviewId: Id,
  /** Free words of this one paper, by placeholder: 延期理由, 处理意见 …; each at most a page or so. */
  more: z.record(z.string().max(20), z.string().trim().max(20_000)).default({}),
});
export type LetterInput = z.infer<typeof LetterInput>;
