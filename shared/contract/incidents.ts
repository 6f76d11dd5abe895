import { z } from 'zod';
import { AttachmentType } from '../domain/attachments';
import { DayString, Id, Instant, requiredText, text } from '../domain/basics';
import { Group, Level, Service } from '../domain/emergency';
import { AlarmView, CallOutcome, Elapsed, EntryInput, IncidentState, LINE_AT_MOST, TimelineEntry } from '../domain/incident';
import { IncidentCode } from '../domain/incident-plan';
import { Picture } from './attachments';
import { command, live, query } from './define';
import { RESPONDERS } from './roles';

const none = z.object({});

const Done = z.object({ outcome: z.enum(['done', 'left-out']), at: Instant, elapsed: Elapsed, byName: z.string(), reason: z.string() });
const ServiceState = z.object({
  called: Elapsed.nullable(),
  arrived: Elapsed.nullable(),
  left: Elapsed.nullable(),
  caseNo: z.string(),
});
export const CallView = z.object({
  contact: z.string(),
  name: z.string(),
  person: z.string(),
  phone: z.string(),
  insteadOf: z.string(),
  /** Filled in, ready to be read aloud. */
  script: z.string(),
  when: z.string(),
  /** On the incident's clock; of one nobody asked for far in the future. */
  due: z.number(),
  service: Service.nullable(),
  outcome: CallOutcome.nullable(),
  unanswered: z.number().int(),
  toldAt: Elapsed.nullable(),
});
export type CallView = z.infer<typeof CallView>;
export const TaskView = z.object({
  id: Id,
  group: Group,
  text: z.string(),
  elapsed: Elapsed,
  acknowledged: z.object({ person: z.string(), elapsed: Elapsed }).nullable(),
  doneElapsed: Elapsed.nullable(),
});
export type TaskView = z.infer<typeof TaskView>;

/** The command view, all but the timeline. */
export const IncidentView = AlarmView.extend({
  reporter: z.string(),
  /** Who took note of the alarm where, and when; without a name where nobody was signed in. */
  heardBy: z.array(z.object({ deskCode: z.string(), at: Instant, staffName: z.string() })),
  commander: z.object({ post: z.string(), person: z.string() }),
  /** Of the plan it began with. */
  edition: z.number().int(),
  levelSince: Elapsed,
  steps: z.record(z.string(), Done),
  persuasions: z.number().int(),
  people: z.array(z.object({ elapsed: Elapsed, count: z.number().int() })),
  conducts: z.array(z.string()),
  calls: z.array(CallView),
  services: z.partialRecord(Service, ServiceState),
  tasks: z.array(TaskView),
  facts: z.record(z.string(), z.string()),
  visits: z.array(z.object({ id: Id, queueNumber: z.string(), name: z.string(), careNotes: z.number().int() })),
  found: z.record(z.string(), z.number().int()),
  dismissed: z.array(z.string()),
  controlledAt: Elapsed.nullable(),
  liftedAt: Elapsed.nullable(),
  liftedTime: Instant.nullable(),
  whereabouts: z.object({ people: z.string(), items: z.string(), evidence: z.string() }).nullable(),
  summary: z.string(),
  review: z.object({ limits: z.string(), worked: z.string(), improve: z.string(), score: z.number().int() }).nullable(),
  reports: z.number().int(),
  drillPlan: z.string(),
  participants: z.string(),
});
export type IncidentView = z.infer<typeof IncidentView>;

/** One line of the list of incidents. */
export const IncidentRow = z.object({
  id: Id,
  number: z.string(),
  state: IncidentState,
  code: z.union([IncidentCode, z.literal('')]),
  name: z.string(),
  level: Level,
  drill: z.boolean(),
  deskCode: z.string(),
  raisedAt: Instant,
  closedAt: Instant.nullable(),
});
export type IncidentRow = z.infer<typeof IncidentRow>;

/**
 * 报警: what anybody may do at this desk, signed in or not, also while the screen is locked and while the disk guard
 * holds everything else: raise, say what it is, add a line, print the list of those inside (`evacuation.print`).
 * None of these answers a line of the record or a name.
 */
const alarmContract = {
  /** F9. The moment is taken when the key reaches the main process; a second press while one is pending is the same alarm. */
  'alarm.raise': query('main', 'anyone', none, z.object({ id: Id, stored: z.boolean() })),
  /** The digit, or 「确认报警」: what it is, and out. */
  'alarm.confirm': query('main', 'anyone', z.object({ id: Id, code: z.union([IncidentCode, z.literal('')]) }), none),
  'alarm.line': query('main', 'anyone', z.object({ id: Id, text: requiredText(LINE_AT_MOST, '内容') }), none),
  /** 收到: this desk has taken note of another desk's alarm. Once is enough; of one that is over nothing is written. */
  'alarm.heard': query('main', 'anyone', z.object({ id: Id }), none),
  /** 误报 right at the alarm, before or after it went out. */
  'alarm.falseAlarm': query('main', 'anyone', z.object({ id: Id, reason: requiredText(200, '误报的原因') }), none),
  /** The alarm of this desk that waits for its type, and whether it is on the disk. */
  'alarm.pending': live(
    'main',
    'anyone',
    none,
    z.object({
      id: z.union([Id, z.literal('')]),
      raisedAt: Instant,
      /** ms UTC: when it goes out by itself. */
      sendsAt: Instant,
      /** `early`: before the start-up passphrase; kept apart until the hall's data is open. */
      kept: z.enum(['saving', 'stored', 'early', 'failed']),
      message: z.string(),
    }),
  ),
  /** Running incidents, newest first. */
  'alarm.running': live('storage', 'anyone', none, z.array(AlarmView)),
} as const;

export const incidentContract = {
  ...alarmContract,
  'incident.view': live('storage', RESPONDERS, z.object({ id: Id }), IncidentView.nullable()),
  /** The newest lines, oldest of them first, and how many there are. */
  'incident.timeline': live(
    'storage',
    RESPONDERS,
    z.object({ id: Id, limit: z.number().int().min(1).max(1000).default(300) }),
    z.object({ entries: z.array(TimelineEntry), total: z.number().int() }),
  ),
  /** Passes the disk guard as the alarm does: the journal's next bytes are laid aside already. */
  'incident.add': query('storage', RESPONDERS, z.object({ requestId: Id, id: Id, entry: EntryInput }), z.object({ entryId: Id })),
  /** Ms on the incident's clock, now. */
  'incident.clock': query('storage', 'anyone', z.object({ id: Id }), z.object({ elapsed: Elapsed })),
  /** Newest first. Drills and real ones never together. */
  'incident.list': live(
    'storage',
    RESPONDERS,
    z.object({ drill: z.boolean(), limit: z.number().int().min(1).max(200).default(50) }),
    z.array(IncidentRow),
  ),
  /** A JPEG from the camera, sealed with the incident's key, and its line in the timeline. */
  'incident.addPhoto': command(
    'main',
    RESPONDERS,
    z.object({ id: Id, text: text(200).default(''), bytes: Picture }),
    z.object({ attachmentId: Id }),
  ),
  /** Opens the system's dialog for a picture or a PDF; the id is empty when it was cancelled. */
  'incident.addFile': command(
    'main',
    RESPONDERS,
    z.object({ id: Id, text: text(200).default('') }),
    z.object({ attachmentId: z.union([Id, z.literal('')]) }),
  ),
  /** One of them to be looked at; in the audit trail, and refused when it is not what was stored. */
  'incident.photo': query(
    'main',
    RESPONDERS,
    z.object({ attachmentId: Id }),
    z.object({ type: AttachmentType, bytes: z.instanceof(Uint8Array) }),
  ),
  /** Recordings of today's talks, newest first, to be named in a timeline. */
  'incident.recordings': query(
    'storage',
    RESPONDERS,
    none,
    z.array(z.object({ id: Id, queueNumber: z.string(), startedAt: Instant, running: z.boolean() })),
  ),
  /** 演练: the same machinery, marked on every screen and paper. */
  'incident.drill': command(
    'storage',
    RESPONDERS,
    z.object({
      requestId: Id,
      code: IncidentCode,
      plan: requiredText(500, '演练方案'),
      participants: requiredText(500, '参加人员'),
    }),
    z.object({ id: Id }),
  ),
  /**
   * 关怀提示 of a visitor whom a running incident is about. Those who may read them anyway simply do; anybody else says why
   * (break-glass), and it stands in the audit trail and in the timeline.
   */
  'incident.careNotes': query(
    'storage',
    RESPONDERS,
    z.object({ id: Id, visitId: Id, reason: text(200).default('') }),
    z.object({ notes: z.array(z.object({ arrangement: z.string(), detail: z.string(), expires: DayString })) }),
  ),
} as const;
