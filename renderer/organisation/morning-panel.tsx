import type { MorningFlag } from '../../shared/domain/duty';
import { DataList } from '../components/data-list';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useListFocus } from '../hooks/use-list-focus';
import { useLive } from '../hooks/use-live';
import type { OrganisationTab } from './organisation-screen';
import { TEXTS } from './texts';

const T = TEXTS.morning;
const WHERE: Record<MorningFlag['kind'], OrganisationTab> = {
  roster: 'roster',
  certificate: 'roster',
  facility: 'opening',
  opening: 'opening',
  supply: 'supplies',
  substitute: 'groups',
  organisation: 'groups',
};

/** What should be seen before the day begins; Enter goes where it is put right. */
export function MorningPanel({ today, onGo }: { today: string; onGo(tab: OrganisationTab): void }) {
  const flags = useLive('morning.flags', { day: today });
  const rows = flags.value ?? [];
  const { whole } = useListFocus(flags.value !== undefined);
  const red = rows.filter(({ level }) => level === 'red').length;
  return (
    <Panel
      title={TEXTS.tabs.morning}
      className="organisation-panel"
      aside={rows.length > 0 && <span className="panel-end">{`${T.count(red, rows.length - red)} · ${T.go}`}</span>}
    >
      {flags.error && !flags.value && <ErrorNotice error={flags.error} />}
      <div className="organisation-list" ref={whole}>
        {flags.value && (
          <DataList
            label={T.list}
            rows={rows}
            rowHeight={38}
            keyOf={({ kind, text }) => `${kind} ${text}`}
            empty={T.empty}
            onOpen={({ kind }) => onGo(WHERE[kind])}
          >
            {({ kind, level, text }) => (
              <div className="organisation-row flag-columns">
                <Tag tone={level === 'red' ? 'bad' : 'warn'}>{T.levels[level]}</Tag>
                <span className="tone-quiet">{T.kinds[kind]}</span>
                <span title={text}>{text}</span>
              </div>
            )}
          </DataList>
        )}
      </div>
    </Panel>
  );
}
