import { Fragment, type KeyboardEvent, useRef } from 'react';
import type { Cell, Figure, StatTable as StatTableModel } from '../../shared/domain/statistics';
import { TEXTS } from './texts';

interface Props {
  table: StatTableModel;
  onDrill(figure: Figure, label: string): void;
}

const MOVES: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** One of T1–T12. Its numbers that have records behind them are buttons; the arrow keys go from one to the next. */
export function StatTable({ table, onDrill }: Props) {
  const whole = useRef<HTMLTableElement>(null);
  const reasons = [
    ...new Set(table.rows.flatMap(({ cells }) => cells.flatMap(({ text, reason }) => (reason ? `「${text}」${reason}` : [])))),
  ];
  const notes = [...table.notes, ...reasons];
  const first = table.rows.findIndex(({ cells }) => cells.some(({ figure }) => figure !== null));
  const firstCell = table.rows[first]?.cells.findIndex(({ figure }) => figure !== null) ?? -1;

  const onKeyDown = (event: KeyboardEvent): void => {
    // Alt with an arrow is the period's.
    const move = event.altKey ? undefined : MOVES[event.key];
    const here = event.target as HTMLElement;
    if (!move || !here.dataset.place) return;
    const next = nearest([...(whole.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])], here, move);
    event.preventDefault();
    next?.focus();
  };
  return (
    <>
      <table className="table stat-table" ref={whole} onKeyDown={onKeyDown} aria-label={`${table.id} ${table.title}`}>
        <thead>
          <tr>
            {table.columns.map((column, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and none ever moves
              <th key={i} className={i > 0 ? 'stat-number' : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, level, cells }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name, and none ever moves
            <tr key={row} className={level === 1 ? 'stat-under' : ''}>
              <th scope="row">{label}</th>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={i} className={cell.kind === 'text' && cell.reason === '' ? '' : 'stat-number'}>
                  <CellView cell={cell} label={label} place={`${row}.${i}`} reached={row === first && i === firstCell} onDrill={onDrill} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length > 0 && (
        <p className="stat-notes">
          {TEXTS.note}
          {notes.map((note, i) => (
            <Fragment key={note}>
              {i > 0 && '；'}
              {note}
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

interface CellProps {
  cell: Cell;
  label: string;
  place: string;
  /** By Tab; the others by the arrow keys. */
  reached: boolean;
  onDrill: Props['onDrill'];
}
function CellView({ cell: { text, figure, reason, pending }, label, place, reached, onDrill }: CellProps) {
  if (figure)
    return (
      <button
        type="button"
        className="stat-drill"
        data-place={place}
        tabIndex={reached ? 0 : -1}
        aria-label={TEXTS.behind(label, text)}
        onClick={() => onDrill(figure, label)}
      >
        {text}
      </button>
    );
  return (
    <span className={pending || reason ? 'tone-quiet' : ''} title={reason || undefined}>
      {text}
    </span>
  );
}

/** The next button in that direction: in its column or row, else the nearest beside it. */
function nearest(all: readonly HTMLElement[], here: HTMLElement, [rows, cells]: readonly [number, number]): HTMLElement | undefined {
  const placeOf = (each: HTMLElement): [number, number] => (each.dataset.place ?? '').split('.').map(Number) as [number, number];
  const [row, cell] = placeOf(here);
  const ahead = all.flatMap((each) => {
    const [r, c] = placeOf(each);
    const forward = rows !== 0 ? (r - row) * rows : r === row ? (c - cell) * cells : 0;
    return forward > 0 ? [{ each, far: forward * 100 + Math.abs(rows !== 0 ? c - cell : 0) }] : [];
  });
  return ahead.sort((a, b) => a.far - b.far)[0]?.each;
}
