import { z } from 'zod';
import { Id } from '../domain/basics';
import { OfficialNumber, TranscriptField, TranscriptRange, TranscriptRow } from '../domain/transcript';
import { command, query } from './define';
import { DESK, TALKERS } from './roles';

const none = z.object({});
const Saved = z.object({ saved: z.boolean(), fileName: z.string(), rows: z.number().int() });

/** 转录清单: what has to be typed into the official system, and tables for other hands. */
export const transcriptContract = {
  /** The oldest day first, at most 500 visits. */
  'transcript.list': query('storage', DESK, TranscriptRange, z.object({ rows: z.array(TranscriptRow), more: z.boolean() })),
  /** Every field with its whole value, numbers too; written into the audit trail. */
  'transcript.read': command('storage', DESK, z.object({ visitId: Id }), z.array(TranscriptField)),
  /** Typed there, under this number; again: the number is corrected, the earlier one stays in the matter's history. */
  'transcript.enter': command('storage', DESK, z.object({ requestId: Id, visitId: Id, officialNumber: OfficialNumber }), none),
  /** Open the system's dialog; `saved` is false when it was cancelled. Audited with how many lines left the house. */
  'transcript.export': command('main', DESK, TranscriptRange, Saved),
  'supervision.export': command('main', TALKERS, none, Saved),
} as const;
