import { z } from 'zod';
import { DayString, Id, Instant, text } from './basics';
import { Group } from './emergency';

/** What somebody is in a group (plan S02): each group is led by one head at most. */
export const SEAT_KINDS = ['head', 'deputy', 'member'] as const;
export const SeatKind = z.enum(SEAT_KINDS);
export type SeatKind = z.infer<typeof SeatKind>;
export const SEAT_KIND_NAMES: Record<SeatKind, string> = { head: '组长', deputy: '副组长', member: '成员' };

const StaffRef = z.union([z.uuid(), z.literal('')]);

/** One place in the leading group or in one of its five groups, and who holds it. */
export const Seat = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  group: Group,
  kind: SeatKind,
  staffId: StaffRef.default(''),
  /** The name as it was when this was saved: a past day shows it, whatever the person is called since. */
  person: text(30).default(''),
  /** 职务 */
  post: text(40).default(''),
  phone: text(30).default(''),
  /** 备用联系人: by whom the holder is reached when the telephone is not answered. */
  backup: text(30).default(''),
  backupPhone: text(30).default(''),
  /** 代理人: told, and acting, while the holder is not on duty. */
  deputyStaffId: StaffRef.default(''),
  deputyPerson: text(30).default(''),
  deputyPhone: text(30).default(''),
});
export type Seat = z.infer<typeof Seat>;

export const MOST_SEATS = 120;
export const OrganisationInput = z.object({
  /** 生效日期: from this day on, until another edition begins. */
  from: DayString,
  seats: z.array(Seat).max(MOST_SEATS, `最多 ${MOST_SEATS} 人`),
  /** 任期 or the document that it rests on, in the unit's words. */
  note: text(100).default(''),
});
export type OrganisationInput = z.infer<typeof OrganisationInput>;

/** Who a seat's matters go to on a day: the holder, or the substitute instead of them (plan S02: both are named). */
export const SeatToday = z.object({ key: z.string(), person: z.string(), phone: z.string(), insteadOf: z.string(), absent: z.boolean() });
export type SeatToday = z.infer<typeof SeatToday>;

export const OrganisationEdition = OrganisationInput.extend({
  id: Id,
  recordedAt: Instant,
  recordedByName: z.string(),
});
export type OrganisationEdition = z.infer<typeof OrganisationEdition>;

/** The organisation as it stands on one day. */
export const OrganisationView = z.object({
  /** Null: none had begun by then. */
  edition: OrganisationEdition.nullable(),
  /** Every edition's first day, newest first. */
  editions: z.array(z.object({ id: Id, from: DayString, recordedAt: Instant, recordedByName: z.string() })),
  /** Only of today: of a past day nobody is told any more. */
  today: z.array(SeatToday),
});
export type OrganisationView = z.infer<typeof OrganisationView>;
