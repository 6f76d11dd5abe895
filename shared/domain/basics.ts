import { z } from 'zod';

/** A UUID v7: sortable by creation time, opaque to people. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A day in the hall's time zone (UTC+8), `YYYY-MM-DD`. */
export const DayString = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '请填写完整的日期');
/** Milliseconds since 1970-01-01 UTC. */
export const Instant = z.number().int().nonnegative();

/** A person's own words: trimmed, bounded so that a pasted book is refused, not stored. */
export const text = (max: number) => z.string().trim().max(max, `最多 ${max} 字`);
export const requiredText = (max: number, what: string) => text(max).min(1, `请填写${what}`);

/** Two digits, `01`–`99`: part of every card number. */
export const DeskCode = z.string().regex(/^\d{2}$/);

export const ROLES = [
  'registrar',
  'guard',
  'interviewer',
  'coordinator',
  'analyst',
  'logistics',
  'leader',
  'administrator',
  'auditor',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;
export const ROLE_NAMES: Record<Role, string> = {
  registrar: '登记员',
  guard: '安保',
  interviewer: '接谈员',
  coordinator: '协调员',
  analyst: '研判员',
  logistics: '后勤',
  leader: '领导',
  administrator: '系统管理员',
  auditor: '审计员',
};
