import './sync.css';
import { useMayAsk } from '../stores/session';
import { useSyncView } from '../sync/use-sync-view';
import { SyncDesks } from './sync-desks';
import { SyncHub } from './sync-hub';
import { SyncPackage } from './sync-package';
import { TEXTS } from './texts';

/** 同步: the hub, who belongs to the hall, and the way without a network. Those who only carry packages see that part alone. */
export function SyncTab() {
  const view = useSyncView();
  const mayInvite = useMayAsk('sync.invite');
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.tabs.sync}</h2>
      </header>
      <div className="setting-body">
        {mayInvite && view && <SyncHub view={view} />}
        {mayInvite && view && <SyncDesks view={view} />}
        <SyncPackage />
      </div>
    </div>
  );
}
