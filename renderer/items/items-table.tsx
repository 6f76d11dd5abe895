import { useState } from 'react';
import { type DepositView, FINDING_NAMES, ITEM_STATE_NAMES, type ItemCheck } from '../../shared/domain/hall';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { SettleForm } from './settle-form';
import { TEXTS } from './texts';

interface Props {
  checks: readonly ItemCheck[];
  items: readonly DepositView[];
  onSettled(): void;
}

/** Both ledgers of one visit. A held thing is settled in its own row. */
export function ItemsTable({ checks, items, onSettled }: Props) {
  const [settling, setSettling] = useState('');
  return (
    <>
      <h3>{TEXTS.items}</h3>
      {items.length === 0 && <p className="empty">{TEXTS.noItems}</p>}
      <ul className="items">
        {items.map((item) => (
          <li key={item.id}>
            <span className="items-what">
              <b>{item.name}</b> {TEXTS.pieces(item.count)} · {item.feature}
              <small className="tone-quiet">
                {item.receiptNo} · {TEXTS.by(item.staffName, timeOf(item.at))}
              </small>
            </span>
            {item.state !== 'held' ? (
              <span className="tone-good">{TEXTS.taken(ITEM_STATE_NAMES[item.state], item.takenBy)}</span>
            ) : settling === item.id ? (
              <SettleForm
                item={item}
                onDone={() => {
                  setSettling('');
                  onSettled();
                }}
                onBack={() => setSettling('')}
              />
            ) : (
              <Button onClick={() => setSettling(item.id)}>{TEXTS.settle}</Button>
            )}
          </li>
        ))}
      </ul>
      {checks.length > 0 && <h3>{TEXTS.checks}</h3>}
      <ul className="items">
        {checks.map((check) => (
          <li key={check.id}>
            <span className="items-what">
              {check.consent ? TEXTS.agreed : TEXTS.refused} · {FINDING_NAMES[check.finding]}
              {check.note && ` · ${check.note}`}
              <small className="tone-quiet">{TEXTS.by(check.staffName, timeOf(check.at))}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
