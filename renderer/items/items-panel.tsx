import { useAnswer } from '../hooks/use-request';
import { ItemsTable } from './items-table';

/** The held things of a visit inside another dialog; nothing where nothing is held. */
export function ItemsPanel({ visitId, onlyHeld }: { visitId: string; onlyHeld: boolean }) {
  const things = useAnswer('item.ofVisit', { visitId });
  const items = things.value?.items.filter((item) => !onlyHeld || item.state === 'held') ?? [];
  if (items.length === 0) return null;
  return <ItemsTable checks={[]} items={items} onSettled={things.reload} />;
}
