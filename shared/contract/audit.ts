import { z } from 'zod';
import { AuditCursor, AuditEntry, AuditFilter, AuditPage, ChainCheck } from '../domain/audit';
import type { Role } from '../domain/basics';
import { command, live, query } from './define';

const none = z.object({});
const LOOKERS: readonly Role[] = ['auditor', 'administrator'];
/** Taking the trail out of the house is a right of its own (day-and-roles). */
const EXPORTERS: readonly Role[] = ['auditor'];

export const auditContract = {
  'audit.list': query('storage', LOOKERS, z.object({ limit: z.number().int().min(1).max(500).default(100) }), z.array(AuditEntry)),
  /** Newest first, a page at a time. */
  'audit.search': query(
    'storage',
    LOOKERS,
    AuditFilter.extend({ after: AuditCursor.nullable().default(null), limit: z.number().int().min(1).max(500).default(100) }),
    AuditPage,
  ),
  /** Whom and what one may look for. */
  'audit.options': query(
    'storage',
    LOOKERS,
    none,
    z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean() })), acts: z.array(z.string()) }),
  ),
  /** The whole chain and the journal's files; answers how it came out. One at a time. */
  'audit.verify': query('main', LOOKERS, none, ChainCheck),
  'audit.check': live('main', LOOKERS, none, ChainCheck),
  /** What the filter finds, as xlsx or CSV through the system's dialog. Itself a line of the trail. */
  'audit.export': command('main', EXPORTERS, AuditFilter, z.object({ saved: z.boolean(), fileName: z.string(), rows: z.number().int() })),
} as const;
