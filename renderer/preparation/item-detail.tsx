import { type KeyboardEvent, useState } from 'react';
import type { PreparationDay, PreparationItem, StepView } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { COMPRESSED } from '../../shared/rules/preparation';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { isPlain } from '../hooks/plain-key';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import type { PreparationTab } from './preparation-screen';
import { RoomDialog } from './room-dialog';
import { StepDialog } from './step-dialog';
import { StepRow } from './step-row';
import { SummonsDialog } from './summons-dialog';
import { TeamDialog } from './team-dialog';
import { TEXTS } from './texts';

type Open = { what: 'step'; step: StepView; act: 'done' | 'omitted' | 'reopened' } | { what: 'summons' | 'room' | 'team' };

interface Props {
  item: PreparationItem;
  day: PreparationDay;
  settings: Settings;
  now: number;
  onGo(tab: PreparationTab): void;
}

/** A matter's checklist. Enter does what a step asks for; a step of its own kind is settled there and nowhere else. */
export function ItemDetail({ item, settings, now, onGo }: Props) {
  const beginning = useRequest('preparation.begin');
  const mayBegin = useMayAsk('preparation.begin');
  const may = {
    plain: useMayAsk('preparation.step'),
    summons: useMayAsk('summons.notify'),
    room: useMayAsk('preparation.room'),
    team: useMayAsk('preparation.team'),
  };
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const pressed = item.steps.filter(({ compressed }) => compressed);
  const toBegin = item.compressed && !item.begun && mayBegin;
  const begin = (): void => {
    if (!beginning.busy) void beginning.run({ itemId: item.id });
  };
  useHotkeys(toBegin ? { F6: begin } : {});
  const act = (step: StepView): void => {
    const { kind } = step;
    if (kind === 'patrol') onGo('patrol');
    else if (kind === 'briefing') onGo('meeting');
    else if (kind === 'plain') may.plain && step.state === 'open' && setOpen({ what: 'step', step, act: 'done' });
    else if (may[kind]) setOpen({ what: kind });
  };
  const onKey = (event: KeyboardEvent, step: StepView): (() => void) | null => {
    if (!may.plain || !isPlain(event)) return null;
    const key = event.key.toUpperCase();
    if (key === 'O' && step.state === 'open' && step.compressed && step.mayOmit)
      return () => setOpen({ what: 'step', step, act: 'omitted' });
    const undone = step.state === 'omitted' || (step.state === 'done' && step.kind === 'plain');
    return key === 'U' && undone ? () => setOpen({ what: 'step', step, act: 'reopened' }) : null;
  };
  return (
    <Panel
      title={item.who}
      className="organisation-panel"
      aside={
        <>
          <span className="tone-quiet">{item.plannedAt === null ? TEXTS.noHour : TEXTS.planned(timeOf(item.plannedAt))}</span>
          <span className="panel-end">{TEXTS.keys}</span>
        </>
      }
    >
      {item.compressed && (
        <Notice
          level="warning"
          actions={
            toBegin && (
              <Button kind="primary" hint="F6" disabled={beginning.busy} onClick={begin}>
                {TEXTS.begin}
              </Button>
            )
          }
        >
          <b>{COMPRESSED}</b>
          {'\n'}
          {TEXTS.compressedNote((item.begun?.steps ?? pressed.map(({ name }) => name)).join('、'))}
          {item.begun && `\n${TEXTS.begun(item.begun.staffName, timeOf(item.begun.at))}`}
        </Notice>
      )}
      {beginning.error && <ErrorNotice error={beginning.error} />}
      <div className="organisation-row step-columns organisation-head" aria-hidden="true">
        {TEXTS.stepHead.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div className="organisation-list">
        <DataList
          label={TEXTS.steps}
          rows={item.steps}
          rowHeight={48}
          keyOf={({ key }) => key}
          empty={TEXTS.empty}
          onOpen={act}
          onSelect={() => {}}
          onKey={onKey}
        >
          {(step) => <StepRow step={step} now={now} />}
        </DataList>
      </div>
      {open?.what === 'step' && <StepDialog itemId={item.id} step={open.step} act={open.act} onClose={close} />}
      {open?.what === 'summons' && <SummonsDialog item={item} settings={settings} onClose={close} />}
      {open?.what === 'room' && <RoomDialog item={item} settings={settings} onClose={close} />}
      {open?.what === 'team' && <TeamDialog item={item} onClose={close} />}
    </Panel>
  );
}
