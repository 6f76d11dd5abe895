import type { ArticleFound } from '../../shared/domain/policies';
import { Marked } from './marked';
import { PolicyTags } from './policy-tags';

/** One article in a list: its label, what it is about, where its words were found. `alone`: the text's title stands above the list. */
export function ArticleRow({ row, alone }: { row: ArticleFound; alone?: boolean }) {
  return (
    <div className="article-row">
      <div className="article-row-head">
        <strong>{row.label}</strong>
        <span className="article-row-title">{alone ? row.chapter : row.title}</span>
        {!alone && <PolicyTags {...row} />}
      </div>
      {row.subject && (
        <div className="article-row-subject">
          <Marked text={row.subject} marks={row.subjectMarks} />
        </div>
      )}
      <div className="article-row-words">
        <Marked text={row.excerpt} marks={row.marks} />
      </div>
    </div>
  );
}
