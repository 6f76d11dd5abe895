import { ageWords, backupLine, whenWords } from '../../shared/rules/backup-words';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

/** 关于: what runs here and how it is, for whoever is on the telephone with the administrator. */
export function AboutTab() {
  const health = useLive('system.health', {}).value;
  const backup = useLive('backup.state', {}).value;
  const now = useNow(30_000);
  const program = useSession((s) => s.program);
  const said = backup && backupLine(backup, now);
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
            [TEXTS.backup, backup?.lastGoodAt && `${whenWords(backup.lastGoodAt, now)}（${ageWords(backup.lastGoodAt, now)}）`],
            [TEXTS.runtime, health && `Electron ${health.electron} · Chromium ${health.chromium}`],
          ]}
        />
        {said && <Notice level="warning">{said}</Notice>}
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
