import { z } from 'zod';
import { DayString, Id, type Role, requiredText } from '../domain/basics';
import { ArticleFound, ArticleView, PolicyAbout, PolicyView } from '../domain/policies';
import { QUERY_AT_MOST } from '../rules/policy-query';
import { command, live, query } from './define';

const none = z.object({});
const count = z.number().int().nonnegative();
/** Who looks a rule up while somebody waits for an answer; and those who look after the library. */
const LIBRARY: readonly Role[] = ['interviewer', 'coordinator', 'leader', 'registrar', 'analyst', 'administrator'];
const KEEPERS: readonly Role[] = ['administrator', 'coordinator'];

export const POLICY_ROWS_SHOWN = 300;

/** What would come of the file that is open: looked over by a person before anything is stored. */
export const PolicyPreview = z.object({
  fileName: z.string(),
  /** Proposed; the person changes what is wrong. */
  about: PolicyAbout.extend({ title: z.string(), effective: z.union([DayString, z.literal('')]), issuer: z.string(), version: z.string() }),
  /** Whether it has 「第X条」; else it was split into parts. */
  numbered: z.boolean(),
  articles: count,
  characters: count,
  first: z.string(),
  last: z.string(),
  /** What looks odd; sentences. */
  findings: z.array(z.string()),
  /** Only the first of a very long text. */
  rows: z.array(z.object({ label: z.string(), chapter: z.string(), begins: z.string(), length: count })),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

export const policyContract = {
  /** The state's digest that the program brings first, then the newest. */
  'policy.list': live('storage', LIBRARY, none, z.array(PolicyView)),
  /** Without words nothing is found, but the index is made ready. */
  'policy.search': query(
    'storage',
    LIBRARY,
    z.object({ text: z.string().max(QUERY_AT_MOST), limit: count.min(1).max(100).default(30) }),
    z.object({ rows: z.array(ArticleFound), total: count }),
  ),
  'policy.article': query('storage', LIBRARY, z.object({ id: Id }), ArticleView),
  'policy.articles': query(
    'storage',
    LIBRARY,
    z.object({ policyId: Id, offset: count.default(0), limit: count.min(1).max(200).default(100) }),
    z.object({ rows: z.array(ArticleFound), total: count }),
  ),
  /** Retired: still found, marked and behind the others. Nothing is ever deleted: a record may cite it. */
  'policy.retire': command('storage', KEEPERS, z.object({ policyId: Id, reason: requiredText(100, '停用原因') }), none),
  'policy.activate': command('storage', KEEPERS, z.object({ policyId: Id }), none),
  /** Opens the system's dialog and reads the file; null when it was cancelled. */
  'policy.open': query('main', KEEPERS, none, PolicyPreview.nullable()),
  /** Stores the file that is open. `retire`: the older versions it takes the place of. */
  'policy.import': command(
    'main',
    KEEPERS,
    z.object({ about: PolicyAbout, retire: z.array(Id).max(20).default([]) }),
    z.object({ policyId: Id, articles: count }),
  ),
  /** The file that is open is let go. */
  'policy.close': query('main', KEEPERS, none, none),
} as const;
