import type { Mark } from '../../shared/domain/policies';

/** A text with the words that were looked for marked in it. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const pieces: { from: number; text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), hit: false });
    pieces.push({ from, text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), hit: false });
  return (
    <>{pieces.map((piece) => (piece.hit ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>))}</>
  );
}
