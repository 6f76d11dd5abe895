import type { Ref } from 'react';
import { marksIn, parsePolicyQuery } from '../../shared/rules/policy-query';
import { ErrorNotice } from '../components/notice';
import { useAnswer } from '../hooks/use-request';
import { Marked } from './marked';
import { PolicyTags } from './policy-tags';
import { TEXTS } from './texts';

interface Props {
  id: string | null;
  /** Whose words are marked in it. */
  text: string;
  ref?: Ref<HTMLElement>;
}

/** One article in full, with what must be known to quote it. It takes the focus, so that the arrow keys scroll it. */
export function ArticlePane({ id, text, ref }: Props) {
  const { value: article, error } = useAnswer('policy.article', id === null ? null : { id });
  const query = parsePolicyQuery(text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={ref} className="article" tabIndex={0} aria-label={TEXTS.article}>
      {error && <ErrorNotice error={error} />}
      {!article && !error && <p className="empty">{TEXTS.noArticle}</p>}
      {article && (
        <>
          <p className="article-source">
            <strong>{article.title}</strong>
            <span>{TEXTS.version(article.version)}</span>
            <span>{TEXTS.effective(article.effective)}</span>
            <PolicyTags {...article} />
          </p>
          {article.chapter && <p className="tone-quiet">{article.chapter}</p>}
          <h2 className="article-label">
            {article.label}
            {article.subject && (
              <span className="article-subject">
                <Marked text={article.subject} marks={marksIn(article.subject, query)} />
              </span>
            )}
          </h2>
          <p className="article-words">
            <Marked text={article.words} marks={marksIn(article.words, query)} />
          </p>
          {article.digest && <p className="tone-quiet">{TEXTS.digestNote}</p>}
          {!article.active && <p className="tone-bad">{TEXTS.retiredNote}</p>}
        </>
      )}
    </section>
  );
}
