import type { ArticleFound, ArticleView } from '../../../../shared/domain/policies';
import { refuse } from '../../../../shared/errors';
import type { IndexedArticle } from '../../../../shared/rules/policy-index';
import { excerptOf, marksIn, type PolicyQuery } from '../../../../shared/rules/policy-query';
import type { Library, LibraryPolicy } from './library';

const ofPolicy = ({ id, title, version, effective, digest, active }: LibraryPolicy) => ({
  ...{ policyId: id, title, version, effective, digest, active },
});

export function articleView({ id, label, chapter, subject, words }: IndexedArticle, policy: LibraryPolicy): ArticleView {
  return { ...ofPolicy(policy), id, label, chapter, subject, words };
}

export function articleFound(
  { id, label, chapter, subject, words }: IndexedArticle,
  policy: LibraryPolicy,
  query: PolicyQuery,
): ArticleFound {
  return {
    ...ofPolicy(policy),
    id,
    label,
    chapter,
    subject,
    subjectMarks: marksIn(subject, query),
    ...excerptOf(words, marksIn(words, query)),
  };
}

/** @throws Refusal `not-found` */
export async function articleById(library: Library, id: string): Promise<ArticleView> {
  const { index, policies } = await library.ready();
  const article = index.get(id);
  const policy = article && policies.get(article.policyId);
  if (!article || !policy) refuse('not-found', { message: '没有找到这一条，什么也没有改变。请重新查找。' });
  return articleView(article, policy);
}
