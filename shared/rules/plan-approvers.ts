import type { Role } from '../domain/basics';

/** 审定 (plan S03c): a leader, and never who wrote the draft. */
export const isPlanApprover = ({ id, roles }: { id: string; roles: readonly Role[] }, authorId: string): boolean =>
  id !== authorId && roles.includes('leader');
