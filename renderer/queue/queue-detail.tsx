import type { QueueRow } from '../../shared/domain/hall';
import { FLOW_ACT_NAMES } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import { arrangementsFor } from '../../shared/rules/arrangements';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Facts, Panel, Tag } from '../components/panel';
import { useMayAsk } from '../stores/session';
import { type Offer, type Offered, WHOLE_DAY } from './acts';
import { areaName, roomName } from './places';
import { TEXTS } from './texts';

interface Props {
  row: QueueRow | undefined;
  settings: Settings;
  mayAct: boolean;
  onAct(row: QueueRow, act: Offered['act']): void;
  offer?: Offer;
}

/** The visit the list stands on, and everything that can be done with it: each with its key. */
export function QueueDetail({ row, settings, mayAct, onAct, offer = WHOLE_DAY }: Props) {
  return (
    <Panel title={TEXTS.chosen} className="queue-detail" aside={row && <Tag tone="blue">{VISIT_STATE_NAMES[row.state]}</Tag>}>
      {!row && <p className="empty">{TEXTS.nobody}</p>}
      {row && (
        <>
          <p className="queue-big">
            <b>{row.queueNumber}</b> {row.nameMasked}
          </p>
          <Facts items={factsOf(row, settings)} className="queue-facts" />
          {mayAct && <ActButtons row={row} onAct={onAct} offer={offer} />}
        </>
      )}
    </Panel>
  );
}

/** Where the button does not say what the act is called in the history. */
const LABELS: Partial<Record<Offered['act'], string>> = {
  items: TEXTS.items,
  split: TEXTS.split,
  open: TEXTS.open,
  arrive: TEXTS.headsWhat,
  enter: TEXTS.begin,
  end: TEXTS.record,
};
export const actLabel = (act: Offered['act']): string =>
  LABELS[act] ?? (act === 'items' || act === 'split' || act === 'open' ? '' : FLOW_ACT_NAMES[act]);

function ActButtons({ row, onAct, offer }: { row: QueueRow; onAct: Props['onAct']; offer: Offer }) {
  const mayTalk = useMayAsk('interview.begin');
  const next = offer.next(row, mayTalk);
  const others = offer.acts(row, mayTalk).filter(({ act }) => act !== next && act !== 'depart');
  return (
    <div className="queue-acts">
      {next && (
        <Button kind="primary" hint="Enter" onClick={() => onAct(row, next)}>
          {actLabel(next)}
        </Button>
      )}
      {others.map(({ act, key }) => (
        <Button key={act} hint={key} onClick={() => onAct(row, act)}>
          {actLabel(act)}
        </Button>
      ))}
    </div>
  );
}

function factsOf(row: QueueRow, { hall }: Settings): [string, string][] {
  const { facts } = TEXTS;
  const all: [boolean, string, string][] = [
    [true, facts.time, `${row.date.slice(5)} ${timeOf(row.registeredAt)}`],
    [row.heads > 1, facts.heads, `${TEXTS.heads(row.present, row.heads)}（${TEXTS.people(row.named, row.present - row.named)}）`],
    [row.areaId !== '', facts.area, areaName(row.areaId, hall)],
    [row.kind === 'collective' && row.othersAreaId !== '', facts.others, areaName(row.othersAreaId, hall)],
    [row.roomId !== '', facts.room, roomName(row.roomId, hall)],
    [row.guideName !== '', facts.guide, row.guideName],
    [row.priority, facts.needs, arrangementsFor(row.needs, row.priority).join('、')],
    [row.rollAt !== null, facts.roll, TEXTS.roll(row.rollPresent, row.present)],
  ];
  return all.filter(([shown]) => shown).map(([, name, value]) => [name, value]);
}
