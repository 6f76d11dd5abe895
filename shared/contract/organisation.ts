import { z } from 'zod';
import type { Role } from '../domain/basics';
import { DayString, Id, requiredText, text } from '../domain/basics';
import {
  CertificateInput,
  CertificateView,
  FacilityDay,
  FacilityState,
  MorningFlag,
  RosterInput,
  RosterView,
  SupplyInput,
  SupplyView,
} from '../domain/duty';
import { OrganisationInput, OrganisationView } from '../domain/organisation';
import { isRealDay } from '../rules/time';
import { command, live } from './define';
import { RESPONDERS } from './roles';

const none = z.object({});
const Day = DayString.refine(isRealDay, '没有这一天，请核对日期');
/** Who works in the hall, and who sets its people up. */
const STAFF: readonly Role[] = [...RESPONDERS, 'administrator'];
/** Who makes the duty roster (plan S04: 综合协调组). */
const ROSTER_KEEPERS: readonly Role[] = ['coordinator', 'leader', 'administrator'];
/** Who looks after the hall and its supplies (plan S20, S21). */
const HOUSE_KEEPERS: readonly Role[] = ['logistics', 'coordinator'];

/** 值班与组织: who leads, who is on duty, whether the hall and its supplies are fit. */
export const organisationContract = {
  /** As it stood on that day (plan S01). */
  'organisation.view': live('storage', STAFF, z.object({ day: Day }), OrganisationView),
  /** A new edition; earlier ones stay as they were. */
  'organisation.save': command('storage', ['leader', 'administrator'], OrganisationInput, z.object({ id: Id })),

  'roster.view': live('storage', STAFF, z.object({ date: Day }), RosterView),
  /** Today's sets who is 当班 as well. Short of somebody it wants a reason. */
  'roster.save': command('storage', ROSTER_KEEPERS, RosterInput, none),
  /** With their numbers: for those who see to them. */
  'certificate.list': live('storage', ROSTER_KEEPERS, z.object({ day: Day }), z.array(CertificateView)),
  'certificate.save': command('storage', ROSTER_KEEPERS, CertificateInput, z.object({ id: Id })),
  'certificate.remove': command('storage', ROSTER_KEEPERS, z.object({ id: Id, reason: requiredText(100, '移除理由') }), none),

  'facility.day': live('storage', STAFF, z.object({ date: Day }), FacilityDay),
  /** Of today; the last answer counts, the earlier ones stay. */
  'facility.answer': command(
    'storage',
    [...HOUSE_KEEPERS, 'guard'],
    z.object({ itemId: z.string().max(40), state: FacilityState, note: text(100).default('') }),
    none,
  ),
  /** 开场. With a critical item unanswered or out of order it wants a reason (plan S20). */
  'facility.open': command('storage', [...HOUSE_KEEPERS, 'leader'], z.object({ reason: text(200).default('') }), none),

  'supply.list': live('storage', STAFF, z.object({ day: Day }), z.array(SupplyView)),
  'supply.save': command('storage', HOUSE_KEEPERS, SupplyInput, z.object({ id: Id })),
  /** 盘点: what is there now. */
  'supply.check': command('storage', HOUSE_KEEPERS, z.object({ id: Id, stock: SupplyInput.shape.stock }), none),
  'supply.remove': command('storage', HOUSE_KEEPERS, z.object({ id: Id, reason: requiredText(100, '移除理由') }), none),

  /** Everything that should be seen before the day begins, red first. */
  'morning.flags': live('storage', STAFF, z.object({ day: Day }), z.array(MorningFlag)),

  /** 外部联系: the emergency call list's bodies outside the unit (plan S23). */
  'contacts.outside': live(
    'storage',
    STAFF,
    none,
    z.object({
      /** The day on which the list was last changed; empty: as the program came, to be filled in. */
      version: z.union([DayString, z.literal('')]),
      rows: z.array(z.object({ key: z.string(), name: z.string(), person: z.string(), phone: z.string() })),
    }),
  ),
  'contacts.print': command('main', STAFF, z.object({ requestId: Id }), z.object({ printJobId: Id, printer: z.string() })),
} as const;
