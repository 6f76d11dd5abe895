import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from '../domain/basics';
import { Group } from '../domain/emergency';
import { ForecastChannel, ForecastGrade, ForecastInput, ForecastSettings, ForecastTraits, ForecastView } from '../domain/forecast';
import { LinkKind, LinkView, ProposalView, WarningView } from '../domain/forecast-acts';
import {
  FORECAST_GRADERS,
  FORECAST_PRINTERS,
  FORECAST_PUBLISHERS,
  FORECAST_WRITERS,
  TRAIT_READERS,
  TRAIT_WRITERS,
} from '../rules/forecast-access';
import { isRealDay } from '../rules/time';
import { command, live, query } from './define';
import { READERS, RESPONDERS } from './roles';

const none = z.object({});
const Day = DayString.refine(isRealDay, '没有这一天，请核对日期');
const count = z.number().int().nonnegative();

/** A list is asked for so many at once. */
export const FORECASTS_LISTED_AT_MOST = 2000;

/** What the desk may type: without what it may not know. */
const OpenInput = ForecastInput.omit({ extreme: true });
/** With health and conduct. */
const WholeInput = ForecastInput.extend({ traits: ForecastTraits });

const Said = z.object({ at: Instant, staffName: z.string() });

export const ForecastDay = z.object({
  date: DayString,
  rules: ForecastSettings,
  /** Each with what it brought; `none`: 「无信息」 was confirmed. */
  channels: z.array(z.object({ channel: ForecastChannel, items: count, newest: Instant.nullable(), none: Said.nullable() })),
  /** Of what stands: entered and graded when, for the clocks. */
  clocks: z.array(z.object({ createdAt: Instant, gradedAt: Instant.nullable() })),
  links: z.array(LinkView),
  proposals: z.array(ProposalView),
  /** Newest first. */
  warnings: z.array(WarningView),
});
export type ForecastDay = z.infer<typeof ForecastDay>;

export const forecastContract = {
  /** By planned time, those without an hour behind them, withdrawn ones last; `item` first, where it lies beyond the limit. */
  'forecast.list': live(
    'storage',
    READERS,
    z.object({ date: Day, limit: z.number().int().min(1).max(FORECASTS_LISTED_AT_MOST).default(200), item: Id.optional() }),
    z.object({ items: z.array(ForecastView), total: count }),
  ),
  'forecast.day': live('storage', READERS, z.object({ date: Day }), ForecastDay),
  /** For whatever screen is open: today's items that no person has graded, and the groups that have not taken the newest warning. */
  'forecast.now': live(
    'storage',
    RESPONDERS,
    none,
    z.object({ date: DayString, ungraded: z.array(Instant), rules: ForecastSettings, unread: z.array(Group) }),
  ),
  'forecast.save': command('storage', FORECAST_WRITERS, z.object({ requestId: Id, item: OpenInput }), z.object({ id: Id })),
  /** The same with health and conduct, which nobody else can send or overwrite. */
  'forecast.saveWhole': command('storage', TRAIT_WRITERS, z.object({ requestId: Id, item: WholeInput }), z.object({ id: Id })),
  /** Health and conduct of one item; each look is a line in the audit trail. */
  'forecast.traits': query('storage', TRAIT_READERS, z.object({ id: Id }), ForecastTraits),
  'forecast.withdraw': command('storage', FORECAST_WRITERS, z.object({ id: Id, reason: requiredText(200, '撤回理由') }), none),
  'forecast.confirmNone': command('storage', FORECAST_WRITERS, z.object({ date: Day, channel: ForecastChannel }), none),
  'forecast.grade': command(
    'storage',
    FORECAST_GRADERS,
    z.object({
      requestId: Id,
      id: Id,
      grade: ForecastGrade,
      /** What the screen showed as suggested: a decision on older sight is refused. */
      suggested: ForecastGrade,
      reason: text(200).default(''),
    }),
    none,
  ),
  'forecast.decideLink': command(
    'storage',
    FORECAST_GRADERS,
    z.object({
      requestId: Id,
      date: Day,
      kind: LinkKind,
      memberIds: z.array(Id).min(1).max(2000),
      accepted: z.boolean(),
      reason: text(200).default(''),
    }),
    none,
  ),
  /** 预警建议 to the leading group. */
  'forecast.propose': command(
    'storage',
    FORECAST_PUBLISHERS,
    z.object({
      requestId: Id,
      date: Day,
      itemIds: z.array(Id).max(2000).default([]),
      linkId: z.union([Id, z.literal('')]).default(''),
      risk: requiredText(500, '风险点'),
      basis: requiredText(500, '依据'),
      advice: requiredText(500, '建议'),
    }),
    z.object({ id: Id }),
  ),
  /** `person` empty: the leader who is signed in; else whose word was passed on. */
  'forecast.decide': command(
    'storage',
    FORECAST_PUBLISHERS,
    z.object({ requestId: Id, id: Id, adopted: z.boolean(), person: text(30).default(''), reason: text(200).default('') }),
    none,
  ),
  /** The list as it stands, to the five groups; frozen. */
  'forecast.publish': command(
    'storage',
    FORECAST_PUBLISHERS,
    z.object({ requestId: Id, date: Day, note: text(500).default('') }),
    z.object({ id: Id, lines: count }),
  ),
  /** Of a day, newest first, for the groups. */
  'forecast.warnings': live('storage', RESPONDERS, z.object({ date: Day }), z.array(WarningView)),
  /** `person` empty: the one who is signed in, for a group of theirs. */
  'forecast.receive': command('storage', RESPONDERS, z.object({ requestId: Id, id: Id, group: Group, person: text(30).default('') }), none),
  /** The list as it was published, with its receipts so far and room for signatures. */
  'forecast.print': command('main', FORECAST_PRINTERS, z.object({ id: Id }), z.object({ printJobId: Id, printer: z.string() })),
} as const;
