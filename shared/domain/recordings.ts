import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';

export const RecordingState = z.enum(['recording', 'done', 'destroyed']);
export type RecordingState = z.infer<typeof RecordingState>;

/** What a microphone of ours gives. Files of outside recorders bring their own, see rules/sound-type. */
export const SOUND_TYPE = 'audio/webm;codecs=opus';
/**
 * A part stands alone and is on the disk before the next one ends: a program that is killed loses at most the part that
 * was being recorded, well below the ten seconds that are allowed.
 */
export const PART_MS = 5000;
/** Ten seconds of Opus are 40 kB; this is what a part can never be. */
export const PART_BYTES_AT_MOST = 2 * 1024 * 1024;

/** One part. Times are ms since the recording began; a part begins a little before the one before it ends. */
export const SoundPart = z.object({ n: z.number().int(), startMs: z.number().int(), durationMs: z.number().int() });
export type SoundPart = z.infer<typeof SoundPart>;

/** Why a microphone gives nothing that could be kept; each is said aloud, shown, and written into the record. */
export const RECORDING_ALARMS = ['silent', 'unplugged', 'not-stored', 'full', 'broken'] as const;
export const RecordingAlarm = z.enum(RECORDING_ALARMS);
export type RecordingAlarm = z.infer<typeof RecordingAlarm>;
export const ALARM_TEXTS: Record<RecordingAlarm, string> = {
  silent: '麦克风没有声音，可能已关闭或没有对准。',
  unplugged: '麦克风断开，录音停止；此前的录音已保存。',
  'not-stored': '录音暂时没有写入磁盘，程序正在再试。',
  full: '磁盘长时间没有收下录音，内存已满，录音停止；此前的录音仍在再试。',
  broken: '录音出错停止；此前的录音已保存。',
};

/** How a recording ended. */
export const RecordingEnd = z.enum(['stopped', 'unplugged', 'broken', 'program']);
export type RecordingEnd = z.infer<typeof RecordingEnd>;
export const END_TEXTS: Record<RecordingEnd, string> = {
  stopped: '录音停止',
  unplugged: '麦克风断开，录音中断',
  broken: '录音出错中断',
  program: '程序意外退出，录音中断；此前的录音已保存',
};

/** One stretch of sound without a gap, or one file of an outside recorder. */
export const RecordingView = z.object({
  id: Id,
  interviewId: Id,
  state: RecordingState,
  outside: z.boolean(),
  ended: z.union([RecordingEnd, z.literal('')]),
  startedAt: Instant,
  /** On the interview's clock; an outside recorder may have been started before. */
  startedElapsed: z.number().int(),
  /** 0 for a file whose length nobody knows. */
  durationMs: z.number().int(),
  bytes: z.number().int(),
  mime: z.string(),
  sha256: z.string(),
  /** The microphone, or the outside recorder's file. */
  name: z.string(),
  staffName: z.string(),
  destroyableFrom: DayString,
  hold: z.boolean(),
  holdReason: z.string(),
});
export type RecordingView = z.infer<typeof RecordingView>;

/** A line of 录音台账: whose it is, and what keeps it from being destroyed (sentences, empty when nothing does). */
export const RecordingRow = RecordingView.extend({
  number: z.string(),
  maskedName: z.string(),
  kept: z.array(z.string()),
});
export type RecordingRow = z.infer<typeof RecordingRow>;

/** 登记外部录音: which device, and when its recording began (HH:mm, the interview's day). */
export const OutsideInput = z.object({
  device: requiredText(60, '录音设备'),
  startedTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请按 时:分 填写，例如 09:30'),
});
export type OutsideInput = z.infer<typeof OutsideInput>;

/** 暂停销毁: 诉讼, 复查, a complaint; taken back with a reason as well. */
export const HoldInput = z.object({ hold: z.boolean(), reason: requiredText(200, '原因') });

/** 销毁证明. */
export const DestructionView = z.object({
  id: Id,
  interviewId: Id,
  recordingId: Id,
  at: Instant,
  label: z.string(),
  sha256: z.string(),
  reason: z.string(),
  askedByName: z.string(),
  approvedByName: z.string(),
  /** The last day on which a backup from before may still hold it; empty in older ones. */
  backupsUntil: z.string(),
});
export type DestructionView = z.infer<typeof DestructionView>;
export const DestructionReason = text(200).min(1, '请填写销毁理由');
