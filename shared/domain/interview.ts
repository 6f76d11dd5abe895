import { z } from 'zod';
import { Id, Instant, requiredText, text } from './basics';
import { SpecialNeed } from './visit';

/** A record is testimony: whatever somebody needs to say fits, a pasted book does not. */
export const NOTE_AT_MOST = 100_000;
/** Control characters and those that turn the direction of writing: paper could not show them, or would show another order. */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;
const NoteText = requiredText(NOTE_AT_MOST, '记录内容').refine((said) => !UNSEEN.test(said), '内容里有看不见的控制字符，请删去后再记');

/** Ms since the interview began, on a clock that a set-back of the PC's time does not move. */
export const Elapsed = z.number().int().nonnegative();

export const INTERVIEW_STATES = ['talking', 'paused', 'ended', 'cancelled'] as const;
export const InterviewState = z.enum(INTERVIEW_STATES);
export type InterviewState = z.infer<typeof InterviewState>;

/** 主谈, 记录, 观察: three different people (plan S41). */
export const TEAM_ROLES = ['lead', 'recorder', 'observer'] as const;
export const TeamRole = z.enum(TEAM_ROLES);
export type TeamRole = z.infer<typeof TeamRole>;
export const TEAM_ROLE_NAMES: Record<TeamRole, string> = { lead: '主谈', recorder: '记录', observer: '观察' };

export const OTHERS_AT_MOST = 10;
const Member = z.union([Id, z.literal('')]);
export const TeamInput = z.object({
  lead: Member,
  recorder: Member,
  observer: Member,
  /** Beyond the three: 业务科室, 律师, a second listener. */
  others: z.array(Id).max(OTHERS_AT_MOST).default([]),
});
export type TeamInput = z.infer<typeof TeamInput>;

/** 回避 (条例 28 条): nobody on the team has an interest of their own in the matter, or who has and what was done. */
export const Recusal = z.object({ declared: z.boolean(), note: text(200).default('') });
export type Recusal = z.infer<typeof Recusal>;

/** A line of the record. The first five are typed; the others are made by what is done. */
export const TYPED_NOTE_KINDS = ['visitor', 'lead', 'observer', 'department', 'told'] as const;
export const NOTE_KINDS = [...TYPED_NOTE_KINDS, 'basis', 'mood', 'event', 'alarm', 'amendment'] as const;
export const TypedNoteKind = z.enum(TYPED_NOTE_KINDS);
export type TypedNoteKind = z.infer<typeof TypedNoteKind>;
export const NoteKind = z.enum(NOTE_KINDS);
export type NoteKind = z.infer<typeof NoteKind>;
export const NOTE_KIND_NAMES: Record<NoteKind, string> = {
  visitor: '来访人',
  lead: '主谈',
  observer: '观察',
  department: '科室',
  told: '告知',
  basis: '依据',
  mood: '情绪',
  event: '事项',
  alarm: '告警',
  amendment: '补正',
};

/** The observer's scale (plan S12). */
export const MOODS = ['calm', 'upset', 'extreme', 'uncontrolled'] as const;
export const Mood = z.enum(MOODS);
export type Mood = z.infer<typeof Mood>;
export const MOOD_NAMES: Record<Mood, string> = { calm: '平稳', upset: '激动', extreme: '过激', uncontrolled: '失控' };

/** The four points of a record (plan S54). */
export const FOCUS_FIELDS = ['demand', 'occasion', 'channels', 'expectation'] as const;
export const FocusField = z.enum(FOCUS_FIELDS);
export type FocusField = z.infer<typeof FocusField>;
export const FOCUS_NAMES: Record<FocusField, string> = {
  demand: '具体诉求',
  occasion: '时间地点',
  channels: '已采取的途径',
  expectation: '期望解决时限',
};
/** `unstated`: 来访人未说明. */
export const FocusEntry = z.object({ text: text(2000), unstated: z.boolean() });
export type FocusEntry = z.infer<typeof FocusEntry>;
export const Focus = z.object({ demand: FocusEntry, occasion: FocusEntry, channels: FocusEntry, expectation: FocusEntry });
export type Focus = z.infer<typeof Focus>;
export const EMPTY_FOCUS: Focus = {
  demand: { text: '', unstated: false },
  occasion: { text: '', unstated: false },
  channels: { text: '', unstated: false },
  expectation: { text: '', unstated: false },
};

/** What a citation froze: the words as they stood in the library at that moment. */
export const Citation = z.object({
  articleId: Id,
  title: z.string(),
  label: z.string(),
  words: z.string(),
  version: z.string(),
  /** Ours, not the law's own words: 「摘要，非原文」. */
  digest: z.boolean(),
});
export type Citation = z.infer<typeof Citation>;

export const InterviewNote = z.object({
  id: Id,
  /** Its place in the order of writing, from 0. */
  n: z.number().int(),
  at: Instant,
  elapsed: Elapsed,
  kind: NoteKind,
  text: z.string(),
  staffName: z.string(),
  mood: Mood.optional(),
  /** Of a mark of the mood: the observer, and whether they pressed the key themselves (`staffName` did). */
  observer: z.object({ name: z.string(), self: z.boolean() }).optional(),
  citation: Citation.optional(),
  /** Of an amendment: what it amends, in words: a field's name, or a line's moment and beginning. */
  amends: z.string().optional(),
});
export type InterviewNote = z.infer<typeof InterviewNote>;

export const NoteInput = z.object({
  kind: TypedNoteKind,
  text: NoteText,
  /** The moment at which its first letter was typed: what is written was just said. */
  elapsed: Elapsed,
});
export type NoteInput = z.infer<typeof NoteInput>;

export const TeamView = z.object({
  lead: z.string(),
  recorder: z.string(),
  observer: z.string(),
  others: z.array(z.string()),
  ids: TeamInput,
});
export type TeamView = z.infer<typeof TeamView>;

/** One room on the board. */
export const RoomState = z.enum(['free', 'called', 'talking', 'to-tidy']);
export type RoomState = z.infer<typeof RoomState>;
export const ROOM_STATE_NAMES: Record<RoomState, string> = { free: '空闲', called: '已叫号', talking: '接谈中', 'to-tidy': '待整理' };
export const RoomOnBoard = z.object({
  id: z.string(),
  name: z.string(),
  wheelchair: z.boolean(),
  state: RoomState,
  /** Of who is called, talked with or has just left; empty in a free room. */
  visitId: z.string(),
  interviewId: z.string(),
  queueNumber: z.string(),
  maskedName: z.string(),
  /** Since when it is in that state; null for a free one. */
  since: Instant.nullable(),
  leadName: z.string(),
  paused: z.boolean(),
});
export type RoomOnBoard = z.infer<typeof RoomOnBoard>;

/** One who waits, in the order of the queue, with the rooms that may be offered. */
export const NextVisitor = z.object({
  id: Id,
  state: z.string(),
  queueNumber: z.string(),
  maskedName: z.string(),
  heads: z.number().int(),
  priority: z.boolean(),
  needs: z.array(SpecialNeed),
  waitingSince: Instant,
  calledTo: z.string(),
  /** Rooms that suit them, free ones only. */
  roomIds: z.array(z.string()),
});
export type NextVisitor = z.infer<typeof NextVisitor>;

/** An act on the running interview; rules over it: rules/interview-flow. */
export const InterviewAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('pause'), reason: requiredText(100, '暂停原因') }),
  z.object({ act: z.literal('resume') }),
  /** 情绪缓冲角: to the calm corner and back is said in the record; the talk goes on. */
  z.object({ act: z.literal('calm-corner') }),
  z.object({ act: z.literal('join'), staffId: z.uuid('请选择参加的人') }),
  z.object({ act: z.literal('move'), roomId: z.string().min(1, '请选择接访室').max(60) }),
  /** A proposal that was read and not followed. */
  z.object({ act: z.literal('dismiss'), hint: z.enum(['escalate', 'long']), reason: text(100).default('') }),
]);
export type InterviewAct = z.infer<typeof InterviewAct>;

/** 换人: a request of its own, for a team that falls short by it needs somebody's PIN. */
export const Replacement = z.object({ role: TeamRole, staffId: z.uuid('请选择换上的人'), reason: requiredText(100, '换人原因') });
export type Replacement = z.infer<typeof Replacement>;

/** 变通: a team that falls short, allowed by somebody with their own PIN. */
export const TeamOverride = z.object({
  reason: requiredText(200, '变通原因'),
  approverId: z.uuid('请选择批准人'),
  code: z.string().min(1, '请批准人输入自己的 PIN').max(12),
});
export type TeamOverride = z.infer<typeof TeamOverride>;

/** 补正 of a signed record: what it names stays, and both are shown. */
export const AmendmentInput = z.object({
  /** A note's id, `focus.<field>` or `result`. */
  amends: z.string().min(1).max(60),
  text: NoteText,
  reason: requiredText(200, '补正原因'),
});
export type AmendmentInput = z.infer<typeof AmendmentInput>;

/** How a record was signed (forms 5.4). `readBack`: it was read aloud to them; otherwise they read it themselves. */
export const SIGNED_HOW = ['screen', 'paper', 'refused'] as const;
export const SignedHow = z.enum(SIGNED_HOW);
export type SignedHow = z.infer<typeof SignedHow>;
export const SIGNED_HOW_NAMES: Record<SignedHow, string> = { screen: '屏幕签名', paper: '纸上签名', refused: '拒绝签名' };

/** Drawn on the screen: a PNG, base64. A name in black on nothing has some ten thousand characters. */
export const SIGNATURE_AT_MOST = 300_000;
export const SigningInput = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('screen'),
    image: z.base64('签名图片不完整，请重签').min(1, '请来访人在框内签名').max(SIGNATURE_AT_MOST, '签名太大，请重签'),
    readBack: z.boolean(),
  }),
  /** Signed on the printed record, which was scanned in beside it. */
  z.object({ how: z.literal('paper'), attachmentId: z.uuid('请选择签过名的扫描件'), readBack: z.boolean() }),
  z.object({
    how: z.literal('refused'),
    reason: requiredText(200, '拒签原因'),
    witness: requiredText(60, '见证人'),
    readBack: z.boolean(),
  }),
]);
export type SigningInput = z.infer<typeof SigningInput>;

/** What is shown of it; the drawn name itself is asked for when somebody looks at it. */
export const Signing = z.object({
  how: SignedHow,
  at: Instant,
  readBack: z.boolean(),
  /** Of a paper: the scanned record. */
  attachmentId: z.string(),
  reason: z.string(),
  witness: z.string(),
});
export type Signing = z.infer<typeof Signing>;
