import { z } from 'zod';
import { Id, Instant, text } from '../domain/basics';
import { Elapsed } from '../domain/interview';
import {
  DestructionReason,
  DestructionView,
  HoldInput,
  OutsideInput,
  PART_BYTES_AT_MOST,
  RecordingAlarm,
  RecordingEnd,
  RecordingRow,
  RecordingView,
  SoundPart,
} from '../domain/recordings';
import { command, live, query } from './define';
import { RECORDING_KEEPERS, TALKERS } from './roles';

const none = z.object({});
/** Given to the page that began a recording; nobody else has it. */
const Token = z.string().length(32);

/**
 * 录音. Parts, alarms and the end of a running recording are taken from whoever holds its token, also while the screen
 * is locked or somebody else signs in: a talk goes on meanwhile, and its sound with it.
 */
export const recordingContract = {
  /** A microphone may be asked for from now on, or no longer. */
  'recording.microphone': query('main', TALKERS, z.object({ on: z.boolean() }), none),
  'recording.begin': command(
    'main',
    TALKERS,
    z.object({ interviewId: Id, device: text(200) }),
    z.object({ id: Id, token: Token, startedElapsed: Elapsed }),
  ),
  'recording.part': command(
    'main',
    'anyone',
    SoundPart.extend({
      token: Token,
      bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength > 0 && byteLength <= PART_BYTES_AT_MOST),
    }),
    none,
  ),
  // A line each, for which the journal's bytes are laid aside: a disk that takes nothing else stops neither, for a recording
  // that could not end would hold this PC's microphone until the next start. Hence no `command`.
  'recording.alarm': query('main', 'anyone', z.object({ token: Token, alarm: RecordingAlarm }), none),
  'recording.finish': query('main', 'anyone', z.object({ token: Token, ended: RecordingEnd }), none),
  /** The recording of this PC that runs now, for its light on every screen; null: none. */
  'recording.running': live(
    'main',
    'signed-in',
    none,
    z.object({ id: Id, interviewId: Id, startedAt: Instant, parts: z.number().int() }).nullable(),
  ),

  /** Stretches of one interview in the order of its clock. */
  'recording.ofInterview': live('storage', TALKERS, z.object({ interviewId: Id }), z.array(RecordingView)),
  /** Opens a recording to be heard; who listens is written into the audit trail. The team, and those who keep it. */
  'recording.listen': command(
    'main',
    TALKERS,
    z.object({ id: Id }),
    z.object({ mime: z.string(), outside: z.boolean(), parts: z.array(SoundPart) }),
  ),
  /** One part of the recording that this person has opened. */
  'recording.read': query('main', TALKERS, z.object({ id: Id, n: z.number().int().min(0) }), z.object({ bytes: z.instanceof(Uint8Array) })),
  /** 登记外部录音: opens the system's dialog; `added` is false when it was cancelled. */
  'recording.register': command(
    'main',
    TALKERS,
    z.object({ interviewId: Id, about: OutsideInput }),
    z.object({ added: z.boolean(), fileName: z.string() }),
  ),
  /** The file of an outside recorder, through the system's save dialog; `saved` is false when it was cancelled. Audited. */
  'recording.export': command('main', TALKERS, z.object({ id: Id }), z.object({ saved: z.boolean(), fileName: z.string() })),

  /** 录音台账, newest first; `due`: only those whose period has passed. */
  'recording.list': query(
    'storage',
    RECORDING_KEEPERS,
    z.object({ due: z.boolean(), before: z.string().max(40).default(''), limit: z.number().int().min(1).max(200).default(100) }),
    z.object({ rows: z.array(RecordingRow), more: z.boolean() }),
  ),
  'recording.hold': command('storage', RECORDING_KEEPERS, HoldInput.extend({ id: Id }), none),
  /** Only after its day, with nothing that holds it, and with a second person's PIN. Answers the certificate. */
  'recording.destroy': command(
    'main',
    RECORDING_KEEPERS,
    z.object({
      requestId: Id,
      id: Id,
      reason: DestructionReason,
      approverId: Id,
      code: z.string().min(1, '请批准人输入自己的 PIN').max(12),
    }),
    z.object({ certificateId: Id }),
  ),
  'recording.certificates': query('storage', RECORDING_KEEPERS, none, z.array(DestructionView)),
  /** 销毁证明 on paper, from its row alone. */
  'print.certificate': command('main', RECORDING_KEEPERS, z.object({ certificateId: Id }), z.object({ printJobId: Id })),
} as const;
