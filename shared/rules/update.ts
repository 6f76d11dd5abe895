import type { UpdateFile, UpdateForm, UpdateManifest } from '../domain/update';
import { compareVersions } from './update-version';

export interface Installed {
  version: string;
  form: UpdateForm;
  arch: string;
}
export type Judgement = { verdict: 'newer'; file: UpdateFile } | { verdict: 'same' } | { verdict: 'older' } | { verdict: 'no-file' };

/** What a manifest whose signature is right means for this PC. The data of a newer version may not open in an older one: never back. */
export function judgeManifest(manifest: UpdateManifest, { version, form, arch }: Installed): Judgement {
  const order = compareVersions(manifest.version, version);
  if (order === 0) return { verdict: 'same' };
  if (order < 0) return { verdict: 'older' };
  // A program that lies loose takes what an unpacked folder takes, or a package: somebody installs it by hand.
  const wanted: readonly UpdateForm[] = form === 'other' ? ['folder', 'deb', 'nsis'] : [form];
  const fitting = manifest.files.filter((file) => file.arch === arch && wanted.includes(file.form));
  const [file] = fitting.sort((a, b) => wanted.indexOf(a.form) - wanted.indexOf(b.form));
  return file ? { verdict: 'newer', file } : { verdict: 'no-file' };
}

/** What goes on at this desk and in its hall, as far as an update would cut into it. */
export interface UpdateFacts {
  /** Talks that go on or are paused, in the whole hall. */
  talks: number;
  recording: boolean;
  /** Alarms and incidents that are not over, drills too. */
  incidents: number;
  /** Registrations begun at this desk today and not saved. */
  registrations: number;
  importing: boolean;
  restoring: boolean;
  backingUp: boolean;
  /** Print jobs of this desk that are neither printed nor given up. */
  printing: number;
  /** Own changes that the hub has not confirmed. */
  unsent: number;
  readOnly: boolean;
}

/** Why not now, in the order in which it matters; empty: now. */
export function updateBlockers(facts: UpdateFacts): string[] {
  const { talks, recording, incidents, registrations, importing, restoring, backingUp, printing, unsent, readOnly } = facts;
  return [
    incidents > 0 && '突发或演练还没有结束',
    talks > 0 && `还有 ${talks} 场接谈没有结束`,
    recording && '正在录音',
    registrations > 0 && '本台有一份登记填了一半，请先登记或清空',
    importing && '正在导入，请等它完成',
    restoring && '正在核对或恢复备份，请等它完成',
    backingUp && '正在备份，完成后即可安装',
    printing > 0 && `还有 ${printing} 个打印任务没有完成，请到「打印」处理`,
    unsent > 0 && `还有 ${unsent} 项改动没有发到中心，联网发完后即可安装`,
    readOnly && '磁盘空间即将用完，请先清理磁盘',
  ].filter((sentence): sentence is string => typeof sentence === 'string');
}
