import { FOLLOW_UP_NAMES, type FollowUpView, SATISFACTION } from '../../shared/domain/follow-up';
import { MATTER_STATE_NAMES } from '../../shared/domain/known-person';
import { dayOf, namedDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Facts, Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { openTalk } from '../visit/open-talk';
import { TEXTS } from './texts';

/** One matter: promises kept and open, everything done for it, its interviews. */
export function MatterPanel({ matterId, onAdd }: { matterId: string | null; onAdd(): void }) {
  const file = useLive('supervision.matter', { matterId: matterId ?? '' }, matterId !== null);
  const matter = file.value;
  const newest = matter?.interviews[0]?.id ?? '';
  useHotkeys({ 'Alt+J': () => openTalk(newest) }, { enabled: newest !== '' });
  return (
    <Panel
      title={TEXTS.chosen}
      className="supervision-matter"
      aside={
        matter && (
          <span className="panel-end">
            <Tag tone="blue">{MATTER_STATE_NAMES[matter.state]}</Tag>{' '}
            <Button kind="primary" hint="Alt+N" onClick={onAdd}>
              {TEXTS.add}
            </Button>
          </span>
        )
      }
    >
      {matterId === null && <p className="empty">{TEXTS.nothing}</p>}
      {matterId !== null && matter === null && <p className="empty">{TEXTS.hidden}</p>}
      {matter && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it
        <section className="supervision-file" tabIndex={0} aria-label={matter.title}>
          <p>
            <strong>{matter.name}</strong> {matter.title}
          </p>
          <Facts
            items={[
              [TEXTS.code, matter.queryCode],
              [TEXTS.phone, matter.phoneMasked],
            ]}
          />
          <h3>{TEXTS.promises}</h3>
          <ul>
            {matter.promises.map((each) => (
              <li key={each.id} className={each.state === 'open' ? '' : 'tone-quiet'}>
                {each.label}：{namedDay(each.due)}
                {each.provisional ? `（${TEXTS.provisional}）` : ''} {each.state === 'void' && TEXTS.void(each.voidReason)}
                {each.state === 'right' && TEXTS.right}
                {each.state === 'lapsed' && TEXTS.lapsed}
                {each.state === 'kept' &&
                  (each.keptAt !== null && dayOf(each.keptAt) > each.due ? <b className="tone-bad">{TEXTS.keptLate}</b> : TEXTS.kept)}
              </li>
            ))}
          </ul>
          <h3>{TEXTS.history}</h3>
          {matter.followUps.length === 0 && <p className="tone-quiet">{TEXTS.noHistory}</p>}
          <ol>
            {matter.followUps.map((each) => (
              <li key={each.id}>
                {each.day} <b>{FOLLOW_UP_NAMES[each.kind]}</b> {said(each)} <small>{each.staffName}</small>
              </li>
            ))}
          </ol>
          <p>
            {matter.interviews.map((each, i) => (
              <Button key={each.id} kind="quiet" hint={i === 0 ? 'Alt+J' : undefined} onClick={() => openTalk(each.id)}>
                {TEXTS.openVisit} {each.day} {each.result}
              </Button>
            ))}
          </p>
        </section>
      )}
    </Panel>
  );
}

function said({ kind, text, to, method, number }: FollowUpView): string {
  const more = kind === 'extended' ? `${TEXTS.days} ${number}` : kind === 'satisfaction' ? (SATISFACTION[number - 1] ?? '') : '';
  return [more, method, to, text].filter(Boolean).join('，');
}
