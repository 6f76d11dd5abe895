import type { ReactNode } from 'react';
import {
  FORECAST_CHANNEL_NAMES,
  FORECAST_GRADE_NAMES,
  type ForecastSettings,
  type ForecastView,
  NOT_KNOWN,
} from '../../shared/domain/forecast';
import { MATTER_STATE_NAMES } from '../../shared/domain/known-person';
import { fieldPath } from '../../shared/rules/fields';
import { gradeRank } from '../../shared/rules/forecast-grade';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { GradeTag } from './grade-tag';
import { TEXTS } from './texts';

interface Props {
  item: ForecastView | undefined;
  rules: ForecastSettings;
  /** By key. */
  acts: Record<string, () => void>;
}

/** One item whole: the five groups of content, what is suggested and why, what was decided. What is not known says so. */
export function ItemDetail({ item, acts }: Props) {
  const fields = useLive('settings.all', {}).value?.fields;
  const openPerson = useScreen((s) => s.openPerson);
  if (!item)
    return (
      <section className="panel forecast-detail">
        <p className="empty">{TEXTS.choose}</p>
      </section>
    );
  const f = TEXTS.facts;
  const said = (text: string): ReactNode => text || <span className="tone-quiet">{NOT_KNOWN}</span>;
  const yesNo = (yes: boolean): string => (yes ? TEXTS.yes : TEXTS.no);
  const act = (key: string, label: string, kind?: 'primary' | 'danger') =>
    acts[key] && (
      <Button kind={kind} hint={key} onClick={acts[key]}>
        {label}
      </Button>
    );
  return (
    <Panel
      title={item.who}
      className="forecast-detail"
      aside={
        <>
          <GradeTag grade={item.grade} suggested={item.suggested} />
          <span className="panel-end panel-acts">
            {act('X', TEXTS.withdraw)}
            {act('E', TEXTS.edit)}
            {act('G', TEXTS.grade, 'primary')}
          </span>
        </>
      }
    >
      <div className="forecast-body" key={item.id}>
        {item.state === 'withdrawn' && <Notice level="warning">{TEXTS.withdrawnBecause(item.withdrawnReason)}</Notice>}
        {hasRisen(item) && <Notice level="warning">{TEXTS.aboveHuman}</Notice>}
        <section className="forecast-grade">
          <h3>{TEXTS.reasons}</h3>
          {item.reasons.length === 0 && <p className="tone-quiet">{TEXTS.noReasons}</p>}
          <ul>
            {item.reasons.map(({ criterion, grade, text }) => (
              <li key={criterion}>
                <b>{FORECAST_GRADE_NAMES[grade]}</b> {text}
              </li>
            ))}
          </ul>
          {item.grades.length === 0 && <p className="tone-quiet">{TEXTS.notGraded}</p>}
          {item.grades.map(({ at, staffName, grade, suggested, reason }) => (
            <p key={at}>
              {TEXTS.gradeLine(timeOf(at), staffName, FORECAST_GRADE_NAMES[grade], FORECAST_GRADE_NAMES[suggested])}
              {reason && ` ${reason}`}
            </p>
          ))}
        </section>
        <Group title={TEXTS.groups.heads}>
          <Fact name={TEXTS.groups.heads}>{said(item.heads === null ? '' : TEXTS.heads(item.heads))}</Fact>
          <Fact name={f.planned}>{said(item.plannedAt === null ? '' : timeOf(item.plannedAt))}</Fact>
          <Fact name={f.channel}>{`${FORECAST_CHANNEL_NAMES[item.channel]}${item.source && `，${item.source}`}`}</Fact>
          <Fact name={f.received}>{TEXTS.receivedAt(timeOf(item.receivedAt), timeOf(item.enteredAt), item.enteredByName)}</Fact>
        </Group>
        <Group title={TEXTS.groups.demand}>
          <Fact name={TEXTS.groups.demand} wide>
            {said(item.demand)}
          </Fact>
          <Fact name={f.interests}>{yesNo(item.interests)}</Fact>
        </Group>
        <Group title={TEXTS.groups.field}>
          <Fact name={TEXTS.groups.field}>{said(item.field && fields ? fieldPath(fields, item.field) : item.field)}</Fact>
          <Fact name={f.place}>{said(item.place)}</Fact>
        </Group>
        <Group title={TEXTS.groups.history}>
          <Fact name={TEXTS.groups.history} wide>
            {said(item.history)}
          </Fact>
          <Fact name={f.visits}>{said(item.visits === null ? '' : TEXTS.visitNumber(item.visits))}</Fact>
          <Fact name={f.resolved}>{said(item.resolved === null ? '' : item.resolved ? TEXTS.resolved.yes : TEXTS.resolved.no)}</Fact>
          {(item.matterState || item.personId) && (
            <Fact name={f.matter}>
              {item.matterState && TEXTS.inHall(MATTER_STATE_NAMES[item.matterState])}
              {item.personId && (
                <Button kind="quiet" onClick={() => openPerson(item.personId)}>
                  {TEXTS.person}
                </Button>
              )}
            </Fact>
          )}
        </Group>
        <Group title={TEXTS.groups.traits}>
          <Fact name={f.age}>{said(item.age)}</Fact>
          <Fact name={f.extreme}>{item.extreme === null ? TEXTS.restricted : yesNo(item.extreme)}</Fact>
          <Fact name={f.traits}>
            {item.traits === null ? (
              TEXTS.restricted
            ) : item.traits ? (
              <>
                {TEXTS.hasTraits} {act('J', TEXTS.showTraits)}
              </>
            ) : (
              said('')
            )}
          </Fact>
        </Group>
      </div>
    </Panel>
  );
}

/** What the last grading saw suggested is no more what is suggested now: somebody should look again. */
const hasRisen = ({ suggested, grades }: ForecastView): boolean => {
  const last = grades.at(-1);
  return last !== undefined && gradeRank(suggested) > gradeRank(last.suggested) && gradeRank(suggested) > gradeRank(last.grade);
};

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="forecast-group" aria-label={title}>
      <dl className="facts">{children}</dl>
    </section>
  );
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'forecast-wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
