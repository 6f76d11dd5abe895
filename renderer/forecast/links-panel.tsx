import { useState } from 'react';
import type { ForecastDay } from '../../shared/contract/forecast';
import { LINK_KIND_NAMES, type LinkView, type ProposalView } from '../../shared/domain/forecast-acts';
import { LINKED_AT_MOST } from '../../shared/rules/forecast-links';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useMayAsk } from '../stores/session';
import { DecideDialog, LinkDialog } from './decide-dialogs';
import { ProposeDialog } from './propose-dialog';
import { TEXTS } from './texts';

type Open = { what: 'link'; link: LinkView } | { what: 'propose'; link: LinkView | null } | { what: 'decide'; proposal: ProposalView };
/** A list that somebody reads whole; what is more stands in the items themselves. */
const MEMBERS_NAMED = 8;

/** 疑似串联 on the left, each for a person to judge; on the right what the leading group was advised, and what it said. */
export function LinksPanel({ day, today }: { day: ForecastDay; today: string }) {
  const [open, setOpen] = useState<Open | null>(null);
  const mayJudge = useMayAsk('forecast.decideLink') && day.date >= today;
  const mayPropose = useMayAsk('forecast.propose') && day.date >= today;
  useHotkeys(mayPropose ? { F4: () => setOpen({ what: 'propose', link: null }) } : {});
  const close = (): void => setOpen(null);
  return (
    <div className="forecast-split forecast-halves">
      <Panel title={TEXTS.links} className="forecast-scroll">
        <p className="forecast-note tone-quiet">{TEXTS.linksNote}</p>
        {day.links.length === 0 && (
          <p className="empty">
            {day.clocks.length > LINKED_AT_MOST ? TEXTS.linksTooMany(LINKED_AT_MOST) : TEXTS.linksEmpty(day.rules.linkItems)}
          </p>
        )}
        {day.links.map((link) => (
          <article key={`${link.kind} ${link.members.map(({ id }) => id).join()}`} className="forecast-entry-line">
            <p>
              <Tag tone={link.decision?.accepted ? 'bad' : link.decision ? 'plain' : 'warn'}>{LINK_KIND_NAMES[link.kind]}</Tag>
              <b>{link.subject}</b>
              <span className="tone-quiet">{TEXTS.linkMembers(link.members.length)}</span>
            </p>
            <p>{named(link)}</p>
            {link.since > 0 && <p className="tone-warn">{TEXTS.since(link.since)}</p>}
            {link.decision && (
              <p className="tone-quiet">
                {(link.decision.accepted ? TEXTS.accepted : TEXTS.rejected)(link.decision.staffName, timeOf(link.decision.at))}
                {link.decision.reason && `：${link.decision.reason}`}
              </p>
            )}
            <p className="forecast-acts">
              {mayJudge && !link.decision && <Button onClick={() => setOpen({ what: 'link', link })}>{TEXTS.decideLink}</Button>}
              {mayPropose && link.decision?.accepted && <Button onClick={() => setOpen({ what: 'propose', link })}>{TEXTS.propose}</Button>}
            </p>
          </article>
        ))}
      </Panel>
      <Panel
        title={TEXTS.proposals}
        className="forecast-scroll"
        aside={
          mayPropose && (
            <span className="panel-end panel-acts">
              <Button kind="primary" hint="F4" onClick={() => setOpen({ what: 'propose', link: null })}>
                {TEXTS.propose}
              </Button>
            </span>
          )
        }
      >
        {day.proposals.length === 0 && <p className="empty">{TEXTS.proposalsEmpty}</p>}
        {day.proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} onDecide={mayPropose ? () => setOpen({ what: 'decide', proposal }) : undefined} />
        ))}
      </Panel>
      {open?.what === 'link' && <LinkDialog date={day.date} link={open.link} onClose={close} />}
      {open?.what === 'propose' && <ProposeDialog date={day.date} link={open.link} onClose={close} />}
      {open?.what === 'decide' && <DecideDialog proposal={open.proposal} onClose={close} />}
    </div>
  );
}

const named = ({ members }: LinkView): string =>
  members
    .slice(0, MEMBERS_NAMED)
    .map(({ text }) => text)
    .join('、') + (members.length > MEMBERS_NAMED ? '…' : '');

function Proposal({
  proposal: { at, staffName, risk, basis, advice, decision },
  onDecide,
}: {
  proposal: ProposalView;
  onDecide?: () => void;
}) {
  return (
    <article className="forecast-entry-line">
      <p>
        <b>{risk}</b>
        <span className="tone-quiet forecast-end">
          {timeOf(at)} {staffName}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>{TEXTS.basis}</dt>
          <dd>{basis}</dd>
        </div>
        <div>
          <dt>{TEXTS.advice}</dt>
          <dd>{advice}</dd>
        </div>
      </dl>
      {decision ? (
        <p className={decision.adopted ? 'tone-good' : 'tone-warn'}>
          {(decision.adopted ? TEXTS.adoptedBy : TEXTS.notAdoptedBy)(decision.person, timeOf(decision.at))}
          {decision.reason && `：${decision.reason}`}
          {decision.person !== decision.byName && <small className="tone-quiet"> {TEXTS.noted(decision.byName)}</small>}
        </p>
      ) : (
        <p className="forecast-acts">
          <span className="tone-warn">{TEXTS.awaiting}</span>
          {onDecide && <Button onClick={onDecide}>{TEXTS.decide}</Button>}
        </p>
      )}
    </article>
  );
}
