import { z } from 'zod';
import { Id, Role, requiredText, text } from './basics';

/** Four to twelve digits; longer is allowed for those who prefer it. */
export const Pin = z.string().regex(/^\d{4,12}$/, 'PIN 为 4–12 位数字');

/** What a team or a roster needs of somebody (plan S09); more come with their certificates. */
export const QUALIFICATIONS = ['psychology', 'mass-work'] as const;
export const Qualification = z.enum(QUALIFICATIONS);
export type Qualification = z.infer<typeof Qualification>;
export const QUALIFICATION_NAMES: Record<Qualification, string> = { psychology: '心理学背景', 'mass-work': '群众工作经验' };

/** What the sign-in list may show before anyone is signed in. */
export const StaffCard = z.object({ id: Id, name: z.string(), roles: z.array(Role), onDuty: z.boolean() });
export type StaffCard = z.infer<typeof StaffCard>;

export const StaffMember = StaffCard.extend({ active: z.boolean(), phone: z.string(), qualifications: z.array(Qualification) });
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffInput = z.object({
  /** Absent for a new person. */
  id: Id.optional(),
  name: requiredText(30, '姓名'),
  roles: z.array(Role).min(1, '至少选择一个岗位'),
  phone: text(20).default(''),
  qualifications: z.array(Qualification).default([]),
  active: z.boolean().default(true),
  onDuty: z.boolean().default(true),
  /** Required for a new person; absent keeps the old one. */
  pin: Pin.optional(),
});
export type StaffInput = z.infer<typeof StaffInput>;
