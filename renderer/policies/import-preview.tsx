import type { PolicyPreview } from '../../shared/contract/policies';
import { Notice } from '../components/notice';
import { IMPORT } from './texts';

/** How the text was split: how many articles, from which to which, what looks odd, how each begins. */
export function ImportPreview({ preview }: { preview: PolicyPreview }) {
  const { numbered, articles, characters, first, last, findings, rows } = preview;
  return (
    <>
      <p role="status">
        {numbered ? IMPORT.numbered(articles, first, last) : IMPORT.parts(articles)}，{IMPORT.length(characters)}
      </p>
      {findings.length > 0 ? (
        <Notice level="warning">
          {IMPORT.odd}
          <ul className="notice-list">
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice level="good">{IMPORT.fine}</Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="import-rows" tabIndex={0} aria-label={IMPORT.rows}>
        <table className="table">
          <thead>
            <tr>
              {IMPORT.head.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two articles may bear one label
              <tr key={i}>
                <td>{row.label}</td>
                <td>{row.chapter}</td>
                <td>{row.begins}</td>
                <td>{row.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {articles > rows.length && <p className="tone-quiet">{IMPORT.capped(rows.length)}</p>}
      </section>
    </>
  );
}
