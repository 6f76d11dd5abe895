import { ageWords, backupLine, whenWords } from '../../shared/rules/backup-words';
import { useAboutActs } from '../about/about-acts';
import { TEXTS as ABOUT } from '../about/texts';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useAnswer } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

/** 关于: what runs here and how it is, for whoever is on the telephone with the administrator. */
export function AboutTab() {
  const health = useLive('system.health', {}).value;
  const backup = useLive('backup.state', {}).value;
  const now = useNow(30_000);
  const program = useSession((s) => s.program);
  const own = useAnswer('about.program', {}).value;
  const { buttons, said: done } = useAboutActs();
  const said = backup && backupLine(backup, now);
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.tabs.about}</h2>
        {buttons}
      </header>
      {done}
      <div className="setting-body">
        <Facts
          items={[
            [ABOUT.version, own && ABOUT.versionOf(own.version, own.packaged)],
            [TEXTS.unitName, program?.unitName],
            [TEXTS.desks, program && `${program.deskName}（${program.deskCode}）`],
            [TEXTS.free, health && TEXTS.gigabytes(health.freeBytes)],
            [TEXTS.disk, health && TEXTS.disks[health.disk]],
            [TEXTS.chain, health && TEXTS.chains[health.chain]],
            [TEXTS.store, health && (TEXTS.stores[health.store] ?? health.store)],
            [TEXTS.keyProvider, health && (TEXTS.keyProviders[health.keyProvider] ?? health.keyProvider)],
            [TEXTS.backup, backup?.lastGoodAt && `${whenWords(backup.lastGoodAt, now)}（${ageWords(backup.lastGoodAt, now)}）`],
            [ABOUT.runtime, health && ABOUT.runtimeOf(health.electron, health.chromium)],
            [ABOUT.parts, own && ABOUT.partsOf(own.node, own.v8)],
            [ABOUT.system, own?.system],
            [ABOUT.licence, ABOUT.licenceOf],
          ]}
        />
        {own && own.runtime !== 'official' && <Notice level="warning">{ABOUT.runtimes[own.runtime]}</Notice>}
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
