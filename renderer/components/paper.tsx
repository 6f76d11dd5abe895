import './paper.css';
import { Fragment } from 'react';
import type { LetterBlock } from '../../shared/documents/letter';

/** A4 paper as it will be printed, near enough to be read over: the words are the same, the breaks are the printer's. */
export function Paper({ title, blocks }: { title: string; blocks: readonly LetterBlock[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it
    <section className="paper" aria-label={title} tabIndex={0}>
      <h3>{title}</h3>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper's pieces have no names, and are drawn anew as a whole
        <Fragment key={i}>{piece(block)}</Fragment>
      ))}
    </section>
  );
}

function piece(block: LetterBlock) {
  switch (block.block) {
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'text':
      return <p>{block.text}</p>;
    case 'table':
      return (
        <dl>
          {block.rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'lines':
      return <Lines rows={block.rows} />;
    case 'signature':
      return (
        <p className="paper-sign">
          {block.label} <img src={`data:image/png;base64,${block.image}`} alt={block.label} /> {block.at}
        </p>
      );
    case 'sign':
      return <p className="paper-sign">{block.labels.map((label) => `${label}＿＿＿＿＿＿`).join('　')}</p>;
  }
}

const SHOWN = 40;

/** Of a long record the preview shows the beginning; the paper has all. */
function Lines({ rows }: { rows: Extract<LetterBlock, { block: 'lines' }>['rows'] }) {
  return (
    <ol className="paper-lines">
      {rows.slice(0, SHOWN).map((row) => (
        <li key={`${row.time}${row.who}${row.text.slice(0, 20)}`}>
          <span>{row.time}</span> <span>{row.who}</span> {row.text.slice(0, 400)}
          {row.note && <small> {row.note}</small>}
        </li>
      ))}
      {rows.length > SHOWN && <li>……（共 {rows.length} 条，打印时全部列出）</li>}
    </ol>
  );
}
