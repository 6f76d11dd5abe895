import { KEPT_KIND_NAMES, type KeptBecause, type KeptRow } from '../../shared/domain/keeping';
import { Button } from '../components/button';
import { Facts } from '../components/panel';
import { TEXTS } from './texts';

/** What keeps it, each with the article that says so. */
export function KeptList({ kept }: { kept: readonly KeptBecause[] }) {
  return (
    <ul className="keeping-list">
      {kept.map(({ sentence, basis }) => (
        <li key={sentence}>
          {sentence}
          <span className="keeping-basis tone-quiet">{TEXTS.basis(basis)}</span>
        </li>
      ))}
    </ul>
  );
}

/** One thing that is kept: until when, what holds it, and what may be done. */
export function KeptPane({ row, onHold, onDestroy }: { row: KeptRow; onHold(): void; onDestroy(): void }) {
  const { facts } = TEXTS;
  return (
    <>
      <Facts
        items={[
          [KEPT_KIND_NAMES[row.kind], row.label],
          [facts.name, row.maskedName],
          [facts.last, row.lastDay],
          [facts.from, row.destroyableFrom || TEXTS.never],
          [facts.hold, row.hold],
          [facts.kept, row.kept.length === 0 ? TEXTS.free : <KeptList key="kept" kept={row.kept} />],
        ]}
      />
      <div className="keeping-acts">
        <Button hint="F6" onClick={onHold}>
          {row.hold ? TEXTS.release : TEXTS.hold}
        </Button>
        <Button kind="danger" hint="Delete" disabled={row.kept.length > 0} onClick={onDestroy}>
          {TEXTS.destroy}
        </Button>
      </div>
    </>
  );
}
