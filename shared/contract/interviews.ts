import { z } from 'zod';
import { DayString, Id, Instant, text } from '../domain/basics';
import { Deadline, PromiseStanding } from '../domain/deadlines';
import { Disposal, ResultKind } from '../domain/disposal';
import {
  AmendmentInput,
  Elapsed,
  Focus,
  FocusEntry,
  FocusField,
  InterviewAct,
  InterviewNote,
  InterviewState,
  Mood,
  NextVisitor,
  NoteInput,
  Recusal,
  Replacement,
  RoomOnBoard,
  SignedHow,
  Signing,
  SigningInput,
  TeamInput,
  TeamOverride,
  TeamView,
} from '../domain/interview';
import { PrepTeam } from '../domain/preparation';
import { Qualification } from '../domain/staff';
import { SpecialNeed, VisitKind } from '../domain/visit';
import { command, live, query } from './define';
import { TALKERS } from './roles';

const none = z.object({});

/** The running or ended interview, all but its notes. */
export const InterviewView = z.object({
  id: Id,
  visitId: Id,
  matterId: Id,
  state: InterviewState,
  number: z.string(),
  queueNumber: z.string(),
  name: z.string(),
  kind: VisitKind,
  heads: z.number().int(),
  summary: z.string(),
  visitCount: z.number().int(),
  needs: z.array(SpecialNeed),
  roomId: z.string(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  endedElapsed: Elapsed.nullable(),
  /** On the interview's clock: since when it is paused, and how long it was in all before that. */
  pausedElapsed: Elapsed.nullable(),
  pausedMs: z.number().int(),
  team: TeamView,
  recusal: Recusal,
  overrideReason: z.string(),
  approverName: z.string(),
  focus: Focus,
  mood: Mood,
  /** Newest last; what the proposal to raise an alarm is worked out from. */
  moods: z.array(z.object({ mood: Mood, elapsed: Elapsed })),
  /** When the proposal was last put aside; -1: never. */
  escalationDismissed: z.number().int(),
  longDismissed: z.boolean(),
  /** In the calm corner now. */
  calmCorner: z.boolean(),
  citations: z.number().int(),
  notes: z.number().int(),
  disposal: Disposal.nullable(),
  /** What its result promised, by day; kept ones too. */
  promises: z.array(z.object({ label: z.string(), due: DayString, provisional: z.boolean(), state: PromiseStanding })),
  secret: z.boolean(),
  signing: Signing.nullable(),
});
export type InterviewView = z.infer<typeof InterviewView>;

export const TeamOption = z.object({
  id: Id,
  name: z.string(),
  onDuty: z.boolean(),
  qualifications: z.array(Qualification),
  mayApprove: z.boolean(),
});
export type TeamOption = z.infer<typeof TeamOption>;

/** One line of the list of interviews of a day or a matter. */
export const InterviewRow = z.object({
  id: Id,
  visitId: Id,
  queueNumber: z.string(),
  number: z.string(),
  name: z.string(),
  summary: z.string(),
  state: InterviewState,
  roomName: z.string(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  result: z.union([ResultKind, z.literal('')]),
  signed: z.union([SignedHow, z.literal('')]),
  /** Of a secret matter that this person may not know: no result, and the record does not open. */
  hidden: z.boolean(),
});
export type InterviewRow = z.infer<typeof InterviewRow>;

export const interviewContract = {
  /** Rooms, who is next and for which of them, and the day's interviews. */
  'interview.board': live(
    'storage',
    TALKERS,
    none,
    z.object({ rooms: z.array(RoomOnBoard), next: z.array(NextVisitor), today: z.array(InterviewRow) }),
  ),
  /** Who may be in a team: everybody in use, those on duty first. */
  'interview.people': query('storage', TALKERS, none, z.array(TeamOption)),
  /** Whom 准备 set for this visit's matter (plan S41); null: nobody. */
  'interview.preparedTeam': query('storage', TALKERS, z.object({ visitId: Id }), PrepTeam.nullable()),

  /**
   * 开始接谈: the visit enters the room and the record begins, as one act. A team that is too small or without a
   * qualified member needs a reason and somebody's approval by their own PIN.
   */
  'interview.begin': command(
    'main',
    TALKERS,
    z.object({
      requestId: Id,
      visitId: Id,
      from: z.string().max(20),
      roomId: z.string().min(1, '请选择接访室').max(60),
      team: TeamInput,
      recusal: Recusal,
      override: TeamOverride.optional(),
    }),
    z.object({ interviewId: Id }),
  ),

  'interview.get': live('storage', TALKERS, z.object({ id: Id }), InterviewView.nullable()),
  /** Ms on the interview's clock, now. */
  'interview.clock': query('storage', TALKERS, z.object({ id: Id }), z.object({ elapsed: Elapsed, running: z.boolean() })),
  /** The newest notes, oldest of them first, and how many there are in all. */
  'interview.notes': live(
    'storage',
    TALKERS,
    z.object({ id: Id, limit: z.number().int().min(1).max(200).default(100) }),
    z.object({ notes: z.array(InterviewNote), total: z.number().int() }),
  ),
  /** Earlier ones: a page that ends before the note with this place in the order. Notes never change, so a page stays true. */
  'interview.earlier': query(
    'storage',
    TALKERS,
    z.object({ id: Id, before: z.number().int().min(0), limit: z.number().int().min(1).max(500).default(200) }),
    z.array(InterviewNote),
  ),

  'interview.note': command('storage', TALKERS, z.object({ requestId: Id, id: Id, note: NoteInput }), z.object({ noteId: Id })),
  /** 引用政策: the article's words as they stand now go into the record, and stay there whatever becomes of the library. */
  'interview.cite': command('storage', TALKERS, z.object({ requestId: Id, id: Id, articleId: Id }), z.object({ noteId: Id })),
  'interview.mood': command('storage', TALKERS, z.object({ id: Id, mood: Mood }), none),
  'interview.focus': command('storage', TALKERS, z.object({ id: Id, field: FocusField, entry: FocusEntry }), none),
  'interview.act': command('storage', TALKERS, z.object({ id: Id, act: InterviewAct }), none),
  /** 换人. Where nobody qualified would be left, as at the beginning: with a reason and somebody's approval, or not at all. */
  'interview.replace': command('main', TALKERS, Replacement.extend({ requestId: Id, id: Id, override: TeamOverride.optional() }), none),

  /** What a result would promise, before it is given: both clocks, in dates. */
  'interview.promises': query(
    'storage',
    TALKERS,
    z.object({ result: ResultKind, acceptedOn: text(10).default(''), simple: z.boolean().default(false) }),
    z.array(Deadline),
  ),
  /** 结束接谈: the result, its promises, the visit's end, as one act. */
  'interview.end': command(
    'storage',
    TALKERS,
    z.object({ requestId: Id, id: Id, disposal: Disposal }),
    z.object({ deadlines: z.array(Deadline) }),
  ),
  /** The visitor signs the ended record, or refuses before a witness. From then on it is frozen; 补正 adds and changes nothing. */
  'interview.sign': command('storage', TALKERS, z.object({ requestId: Id, id: Id, signing: SigningInput }), none),
  /** The name as it was drawn: a PNG, base64. */
  'interview.signature': query('storage', TALKERS, z.object({ id: Id }), z.object({ image: z.string() })),
  'interview.tidied': command('storage', TALKERS, z.object({ roomId: z.string().max(60) }), none),
  'interview.amend': command('storage', TALKERS, z.object({ requestId: Id, id: Id, amendment: AmendmentInput }), z.object({ noteId: Id })),
  /** The running interview of this desk in whose team I am: after a restart it is in front again. Null: none. */
  'interview.mine': query('storage', TALKERS, none, z.object({ id: Id }).nullable()),
  /** Interviews of a visit, newest first. */
  'interview.ofVisit': query('storage', TALKERS, z.object({ visitId: Id }), z.array(InterviewRow)),
  /** Of a person with any of their documents, newest first, at most 50. */
  'interview.ofPerson': query('storage', TALKERS, z.object({ personId: Id }), z.array(InterviewRow)),
} as const;
