import { v7 as uuid } from 'uuid';
import type { PolicyView } from '../../../../shared/domain/policies';
import { refuse } from '../../../../shared/errors';
import { DIGEST_POLICY, DIGEST_POLICY_ID } from '../../../../shared/policies/regulation-digest';
import { parsePolicyQuery } from '../../../../shared/rules/policy-query';
import type { Draft } from '../draft';
import { type Host, writeAs } from '../host';
import { articleById, articleFound } from '../policies/views';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Names = 'search' | 'article' | 'articles' | 'retire' | 'activate';
type Handlers = Pick<RequestHandlers, `policy.${Names}`> & Pick<InternalHandlers, 'internal.policy.add'>;

/** The policy library: searched in memory, written as every other row. */
export const policyHandlers: Handlers = {
  'policy.search': async ({ library }, { text, limit }) => {
    const { index, policies } = await library.ready();
    const query = parsePolicyQuery(text);
    const { ids, total } = index.find(query, policies, limit);
    const rows = ids.flatMap((id) => {
      const article = index.get(id);
      const policy = article && policies.get(article.policyId);
      return article && policy ? [articleFound(article, policy, query)] : [];
    });
    return { rows, total };
  },

  'policy.article': ({ library }, { id }) => articleById(library, id),

  'policy.articles': async ({ library }, { policyId, offset, limit }) => {
    const { index, policies } = await library.ready();
    const policy = policies.get(policyId) ?? refuse('not-found');
    const ids = index.idsOf(policyId);
    const query = parsePolicyQuery('');
    const rows = ids.slice(offset, offset + limit).flatMap((id) => {
      const article = index.get(id);
      return article ? [articleFound(article, policy, query)] : [];
    });
    return { rows, total: ids.length };
  },

  'policy.retire': async (host, { policyId, reason }, call) => {
    await writeAs(host, call, (draft) => setActive(host, draft, policyId, false, call.name, reason));
    return {};
  },

  'policy.activate': async (host, { policyId }, call) => {
    await writeAs(host, call, (draft) => setActive(host, draft, policyId, true, call.name, ''));
    return {};
  },

  'internal.policy.add': (host, { about, articles, source, retire }, call) =>
    writeAs(host, call, async (draft) => {
      const policyId = uuid();
      const { title, issuer, kind, version, effective } = about;
      draft.audit(call.name, title, `${articles.length} 条`);
      draft.add('policies', policyId, {
        ...{
          addedAt: draft.at,
          addedBy: call.actor.staffId ?? '',
          kind,
          effective,
          articles: articles.length,
          active: true,
          digest: false,
        },
        ...{ title, issuer, version, source },
      });
      for (const [n, article] of articles.entries()) draft.add('articles', uuid(), { policyId, n, ...article });
      for (const old of retire) await setActive(host, draft, old, false, 'policy.retire', `由「${title}」代替`);
      return { policyId, articles: articles.length };
    }),
};

export const policyLives: Pick<LiveHandlers, 'policy.list'> = {
  'policy.list': ({ db, reader }) =>
    db.reading(async () => {
      const rows = await reader.all('policies');
      const names = await reader.some(
        'staff',
        rows.map(({ addedBy }) => addedBy),
      );
      const digest = rows.find(({ id }) => id === DIGEST_POLICY_ID);
      const imported = rows
        .filter(({ id }) => id !== DIGEST_POLICY_ID)
        .sort((a, b) => b.addedAt - a.addedAt)
        .map(
          ({ id, title, issuer, kind, version, effective, articles, active, source, addedAt, addedBy }): PolicyView => ({
            ...{ id, title, issuer, kind, version, effective, articles, active, digest: false, source, addedAt },
            addedByName: names.get(addedBy)?.name ?? '',
          }),
        );
      return [{ ...DIGEST_POLICY, active: digest?.active ?? true }, ...imported];
    }),
};

async function setActive({ reader }: Host, draft: Draft, policyId: string, active: boolean, action: string, reason: string): Promise<null> {
  const row = await reader.one('policies', policyId);
  const own = policyId === DIGEST_POLICY_ID;
  if (!row && !own) refuse('not-found');
  if ((row?.active ?? true) === active)
    refuse('conflict', { message: active ? '这份政策已在使用，没有改变。' : '这份政策已经停用，没有改变。' });
  draft.audit(action, row && !own ? row.title : `${DIGEST_POLICY.title}（摘要）`, reason);
  if (row) draft.put('policies', policyId, { active });
  // The program's own digest is no row until somebody retires it; of the row nothing but that is ever read.
  else {
    const { kind, effective, articles, title, issuer, version, source } = DIGEST_POLICY;
    draft.add('policies', policyId, {
      ...{ addedAt: draft.at, addedBy: '', kind, effective, articles, active, digest: true },
      ...{ title, issuer, version, source },
    });
  }
  return null;
}
