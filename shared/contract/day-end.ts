import { z } from 'zod';
import { DayString, Id, text } from '../domain/basics';
import { DayEndView, DayReport, DayStanding, HandOverDraft, SelfCheckView, Skipped } from '../domain/day-end';
import { Pin } from '../domain/staff';
import { command, live, query } from './define';
import { CLOSERS } from './roles';

const none = z.object({});
const Signer = z.object({ id: Id, name: z.string() });

/** The beginning and the end of a day at a desk: 开机自检, 日终, 交接单, 日报 (day-and-roles 07:50 and 17:30). */
export const dayEndContract = {
  /**
   * Looks at everything now. Red items stand in no one's way; that this person saw them is a line of the day.
   * `microphones`: how many the page found, for only a page can look for them; null where it may not. `withReader`: asks
   * the reader too, which takes seconds and keeps the desk from reading meanwhile.
   */
  'selfCheck.run': query(
    'main',
    'signed-in',
    z.object({ microphones: z.number().int().min(0).max(99).nullable(), withReader: z.boolean() }),
    SelfCheckView,
  ),
  /** Sends a test page: the printer's own calibration page. Empty: no printer is set at this desk. */
  'selfCheck.testPage': command('main', CLOSERS, none, z.object({ printJobId: z.union([Id, z.literal('')]) })),

  /** Whether the day was opened (plan S20), and whether its end at this desk still stands. */
  'day.standing': live('storage', 'signed-in', none, DayStanding),

  'dayEnd.look': query('main', CLOSERS, none, DayEndView),
  /** Ends the day at this desk. What is still open needs its reason; nothing else is asked. */
  'dayEnd.close': command('main', CLOSERS, z.object({ requestId: Id, skipped: z.array(Skipped).max(20) }), none),
  /** How many times somebody was asked to end the day before the program goes; the screen opens it. */
  'dayEnd.asked': live('main', 'signed-in', none, z.object({ times: z.number().int() })),
  /** Goes now, whatever is open: after the day's end, or with what was answered. */
  'program.quit': query('main', 'signed-in', none, none),

  'handOver.draft': query('storage', CLOSERS, none, HandOverDraft),
  'handOver.people': query('main', CLOSERS, none, z.array(Signer)),
  /** Confirmed by both with their own PINs; then on paper for their signatures, where a printer is set. */
  'handOver.confirm': command(
    'main',
    CLOSERS,
    z.object({
      requestId: Id,
      giverId: z.uuid('请选择交班人'),
      giverCode: Pin,
      takerId: z.uuid('请选择接班人'),
      takerCode: Pin,
      note: text(1000),
    }),
    z.object({ id: Id, printJobId: z.union([Id, z.literal('')]) }),
  ),
  'handOver.print': command('main', CLOSERS, z.object({ requestId: Id, id: Id }), z.object({ printJobId: Id })),

  /** The day's figures as the records tell them now. */
  'dayReport.look': query('storage', CLOSERS, z.object({ date: DayString }), DayReport),
  /** Keeps them as they are now, and puts them on paper where a printer is set: archived with the print. */
  'dayReport.make': command(
    'main',
    CLOSERS,
    z.object({ requestId: Id, date: DayString }),
    z.object({ id: Id, edition: z.number().int(), printJobId: z.union([Id, z.literal('')]) }),
  ),
  'dayReport.export': query(
    'main',
    CLOSERS,
    z.object({ id: Id, format: z.enum(['pdf', 'docx']) }),
    z.object({ saved: z.boolean(), fileName: z.string() }),
  ),
} as const;
