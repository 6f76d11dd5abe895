import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

/** 关于: what runs here and how it is, for whoever is on the telephone with the administrator. */
export function AboutTab() {
  const health = useLive('system.health', {}).value;
  const program = useSession((s) => s.program);
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.tabs.about}</h2>
      </header>
      <div className="setting-body">
        <Facts
          items={[
            [TEXTS.unitName, program?.unitName],
            [TEXTS.desks, program && `${program.deskName}（${program.deskCode}）`],
            [TEXTS.free, health && TEXTS.gigabytes(health.freeBytes)],
            [TEXTS.disk, health && TEXTS.disks[health.disk]],
            [TEXTS.chain, health && TEXTS.chains[health.chain]],
            [TEXTS.store, health && (TEXTS.stores[health.store] ?? health.store)],
            [TEXTS.keyProvider, health && (TEXTS.keyProviders[health.keyProvider] ?? health.keyProvider)],
            [TEXTS.runtime, health && `Electron ${health.electron} · Chromium ${health.chromium}`],
          ]}
        />
        {health?.findings.map((finding) => (
          <Notice key={finding} level="warning">
            {finding}
          </Notice>
        ))}
        <p className="tone-quiet setting-foot">{TEXTS.notSecret}</p>
      </div>
    </div>
  );
}
