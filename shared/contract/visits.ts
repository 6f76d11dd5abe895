import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from '../domain/basics';
import { HeadsByState } from '../domain/hall';
import { KnownPerson } from '../domain/known-person';
import { DocumentType, PersonEntry } from '../domain/person';
import { HistoryEntry, Registration, VerificationResult, VisitDetail, VisitPatch, VisitRow } from '../domain/visit';
import { command, live, query } from './define';
import { DESK, READERS } from './roles';

const none = z.object({});

export const RegisteredVisit = z.object({
  visitId: Id,
  number: z.string(),
  queueNumber: z.string(),
  /** Absent in the no-printer mode: the number is shown large instead. */
  printJobId: Id.optional(),
  registeredAt: Instant,
  /** 补录: the visitor has had a card for long. */
  backfilled: z.literal(true).optional(),
});
export type RegisteredVisit = z.infer<typeof RegisteredVisit>;

export const Verification = z.object({ id: Id, checkerId: Id, checkerName: z.string(), at: Instant, result: VerificationResult });
export type Verification = z.infer<typeof Verification>;

export const HallNow = z.object({
  date: DayString,
  /** 批次: visits of the day that are not void. */
  visits: z.number().int(),
  /** 人次: their heads. */
  heads: z.number().int(),
  /** Heads in the hall now, by state; `inHall` is their sum. */
  inHall: z.number().int(),
  byState: HeadsByState,
  /** Heads whose visit is over, and heads that left before the others: with `inHall` these are all that came. */
  returned: z.number().int(),
  lost: z.number().int(),
  leftEarly: z.number().int(),
  /** Cards neither returned nor void. */
  cardsOut: z.number().int(),
  /** Cards of earlier days that nobody settled. */
  earlier: z.number().int(),
});
export type HallNow = z.infer<typeof HallNow>;

/** A note of the greatest length with as much again waiting behind it, written as JSON; what is longer is refused and said. */
const DRAFT_AT_MOST = 1_000_000;

export const visitContract = {
  'identity.lookup': query('storage', DESK, z.object({ docType: DocumentType, docNumber: z.string().max(30) }), KnownPerson.nullable()),
  'person.known': query('storage', READERS, z.object({ personId: Id }), KnownPerson.nullable()),

  /** Drafts: sealed, overwritten, neither journaled nor synced. One for each person, desk and screen. */
  'draft.save': command(
    'storage',
    'signed-in',
    z.object({ screen: z.string().max(60), value: z.string().max(DRAFT_AT_MOST) }),
    z.object({ savedAt: Instant }),
  ),
  'draft.load': query(
    'storage',
    'signed-in',
    z.object({ screen: z.string().max(60) }),
    z.object({ value: z.string(), savedAt: Instant }).nullable(),
  ),
  'draft.discard': command('storage', 'signed-in', z.object({ screen: z.string().max(60) }), none),

  /** Named people who may confirm a document now, by the rule of rules/verification. */
  'verification.checkers': query('main', DESK, none, z.array(z.object({ id: Id, name: z.string(), guard: z.boolean() }))),
  'verification.confirm': command(
    'main',
    DESK,
    z.object({
      checkerId: Id,
      /** The checker's own PIN, never the clerk's. */
      code: z.string().min(1).max(12),
      result: VerificationResult,
      reason: text(100).default(''),
      docType: DocumentType,
      docNumber: text(30),
    }),
    Verification,
  ),

  'visit.register': command('storage', DESK, z.object({ requestId: Id, verificationId: Id, registration: Registration }), RegisteredVisit),
  'visit.today': live('storage', READERS, none, z.array(VisitRow)),
  'visit.get': query('storage', READERS, z.object({ id: Id }), VisitDetail),
  'visit.history': query('storage', READERS, z.object({ id: Id }), z.array(HistoryEntry)),
  'visit.correct': command('storage', DESK, z.object({ id: Id, patch: VisitPatch, reason: requiredText(100, '更正理由') }), VisitDetail),
  /** One of those without a name becomes a representative; rule in rules/representatives. */
  'visit.addRepresentative': command(
    'storage',
    DESK,
    z.object({ id: Id, person: PersonEntry, reason: requiredText(100, '理由') }),
    VisitDetail,
  ),
  'visit.void': command('storage', DESK, z.object({ id: Id, reason: requiredText(100, '作废理由') }), VisitDetail),
  'hall.now': live('storage', READERS, none, HallNow),

  'search.find': query(
    'storage',
    READERS,
    z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(100).default(20) }),
    z.object({
      rows: z.array(VisitRow),
      /** More matched than were looked at; the screen says 「请再输入几个字」. */
      capped: z.boolean(),
      /** How the words were taken, in their order, so that a clerk sees why nothing was found. */
      understood: z.array(
        z.object({
          as: z.enum(['number', 'queue', 'days', 'field', 'state', 'kind', 'mark', 'person', 'no-such-day']),
          text: z.string(),
        }),
      ),
    }),
  ),
  /** Press and hold: the full value, written into the audit trail. */
  'person.reveal': command(
    'storage',
    DESK,
    z.object({ personId: Id, field: z.enum(['docNumber', 'phone']) }),
    z.object({ value: z.string() }),
  ),
} as const;
