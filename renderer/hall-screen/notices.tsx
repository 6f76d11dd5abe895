import { TEXTS } from './texts';

/** Long enough to read forty characters twice. */
const LINE_MS = 12_000;

/** 接访须知 (plan S47), one line at a time; the clock turns it, so that it needs no timer of its own. */
export function Notices({ lines, now }: { lines: readonly string[]; now: number }) {
  if (lines.length === 0) return null;
  const at = Math.floor(now / LINE_MS) % lines.length;
  return (
    <footer className="hall-notice">
      <span className="notice-title">{TEXTS.notice}</span>
      <p key={at} className="notice-line">
        {lines[at]}
      </p>
      <span className="notice-dots" aria-hidden="true">
        {lines.map((line, i) => (
          <i key={line} className={i === at ? 'on' : ''} />
        ))}
      </span>
    </footer>
  );
}
