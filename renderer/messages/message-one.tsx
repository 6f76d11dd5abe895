import type { MessageView } from '../../shared/contract/messages';
import { GROUP_NAMES } from '../../shared/domain/emergency';
import { isOverdue, openMinutes } from '../../shared/rules/messages';
import { stampOf, timeOf } from '../../shared/rules/time';
import { KeyHint } from '../components/button';
import { Tag } from '../components/panel';
import { TEXTS } from './texts';

interface Props {
  message: MessageView;
  now: number;
  taskMinutes: number;
}

/** A line of the list: its words, and how each group stands. */
export function MessageRow({ message, now, taskMinutes }: Props) {
  const late = isOverdue(message.at, now, taskMinutes);
  const open = message.groups.some(({ acknowledged }) => acknowledged === null);
  return (
    <div className="message-row">
      <p>
        <span className="tone-quiet">{stampOf(message.at).slice(5, 16)}</span> {message.drill && <Tag tone="warn">{TEXTS.drill}</Tag>}{' '}
        {message.text}
      </p>
      <div className="message-tags">
        {message.groups.map(({ group, acknowledged }) => (
          <Tag key={group} tone={acknowledged ? 'good' : late ? 'bad' : 'warn'}>
            {GROUP_NAMES[group]} {acknowledged ? '✓' : '○'}
          </Tag>
        ))}
        {open && <span className={late ? 'tone-bad' : 'tone-warn'}>{TEXTS.openFor(openMinutes(message.at, now))}</span>}
      </div>
    </div>
  );
}

/** The chosen one whole: who took it, when, and on whose word. */
export function MessageOne({ message, now, taskMinutes }: Props) {
  const late = isOverdue(message.at, now, taskMinutes);
  return (
    <section className="message-one" aria-label={TEXTS.receipts}>
      <p className="tone-quiet">
        {message.drill && <Tag tone="warn">{TEXTS.drill}</Tag>} {TEXTS.from(message.senderName, message.deskCode, stampOf(message.at))}
        {message.incidentNumber && ` · ${message.incidentNumber}`}
      </p>
      <p className="message-text">{message.text}</p>
      <ul className="message-groups">
        {message.groups.map(({ group, acknowledged }, i) => (
          <li key={group}>
            <KeyHint keys={String(i + 1)} />
            <b>{GROUP_NAMES[group]}</b>
            <span className={`message-state ${acknowledged ? 'tone-good' : late ? 'tone-bad' : 'tone-warn'}`}>
              {acknowledged ? TEXTS.by(acknowledged.person, timeOf(acknowledged.at)) : TEXTS.openFor(openMinutes(message.at, now))}
            </span>
            {acknowledged && acknowledged.person !== acknowledged.byName && (
              <small className="tone-quiet">{TEXTS.noted(acknowledged.byName, acknowledged.deskCode)}</small>
            )}
          </li>
        ))}
      </ul>
      <p className="tone-quiet">{TEXTS.takeHint}</p>
    </section>
  );
}
