import { ALONE, type SyncView } from '../../shared/domain/sync';
import { refuse } from '../../shared/errors';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { LaterKeys } from '../security/later-keys';
import type { InternalStorage } from '../storage/internal';
import type { ErasureDeps } from './erasure';
import { FilePlaces } from './file-places';
import { type HubAccess, type Identity, IdentityFile } from './identity';
import { type HubContent, type JoiningContent, VALID_MS } from './joining';
import { NatsConnection } from './nats-connection';
import { readPackage } from './package-reader';
import { writePackage } from './package-writer';
import type { ReceivedCount } from './receiver';
import { renew } from './renewal';
import { SyncService } from './service';
import { newSigningKeys } from './sign';
import { uninvited } from './state';

/** What of the opened program is needed here; a test brings its own. */
export interface SyncHall {
  storage: InternalStorage;
  keyring: ErasureDeps['keyring'];
  laterKeys: LaterKeys;
  sounds: ErasureDeps['sounds'];
  dirs: { files: string; sounds: string; identity: string };
  hallId: string;
  hallKey: Uint8Array;
  deskCode: string;
  demo: boolean;
  now(): number;
  names(): ReadonlyMap<string, string>;
  unitName(): string;
  /** The hall key under the recovery phrase; undefined where this PC has none. */
  recovery(): Promise<string | undefined>;
  /** Set by the administrator's policy: where the hub is reached, in place of what its file says. */
  hubAddresses?: readonly string[];
  hasRoom(): boolean;
  growing(): string | null;
}

/** This desk among the others of its hall: alone, with a hub, or meeting them by sticks. */
export class SyncDesk {
  readonly view = new Observable<SyncView>(ALONE);
  private hall: SyncHall | null = null;
  private identity: Identity | null = null;
  private service: SyncService | null = null;

  /** Never throws, and waits for no network: without sync everything else goes on. */
  async start(hall: SyncHall): Promise<void> {
    this.hall = hall;
    try {
      this.identity = await this.file(hall).read();
      if (this.identity) await this.serve(hall, this.identity);
      else this.namesChanged();
    } catch (error) {
      log.error(`sync: not started: ${describe(error)}`);
      this.view.set({
        ...ALONE,
        since: hall.now(),
        desks: uninvited(hall.names(), hall.deskCode),
        findings: ['本机的同步设置打不开，登记照常，改动保存在本机。请系统管理员重新启动程序；仍然如此，请重新连接中心。'],
      });
    }
  }

  /** The hall's list of desks, as it is set: an alarm has to say who does not hear it, before anybody signed in too. */
  namesChanged(): void {
    const { hall, service } = this;
    if (service) service.changed();
    else if (hall) this.view.update({ desks: uninvited(hall.names(), hall.deskCode) });
  }

  /** Keys were destroyed here: the hub's copies go too. */
  erased(): void {
    this.service?.changed();
  }

  /** Called in the middle of a write, which nothing here may fail. */
  appended(frame: Uint8Array): void {
    try {
      this.service?.appended(frame);
    } catch (error) {
      log.error(`sync: ${describe(error)}`);
    }
  }

  async close(): Promise<void> {
    const { service } = this;
    this.service = null;
    await service?.close();
  }

  /** The hall's first desk at the hub. */
  async useHub({ hub, ca, desks }: HubContent): Promise<void> {
    const hall = this.opened();
    const mine = desks.find(({ code }) => code === hall.deskCode);
    if (!mine) refuse('refused', { message: `中心没有为 ${hall.deskCode} 号登记台准备凭据，什么也没有改变。请在中心补充后重新生成文件。` });
    const access: HubAccess = { addresses: hub, ca, seed: mine.seed };
    const seeds = desks.filter(({ code }) => code !== hall.deskCode);
    await this.become({ ...(this.identity ?? this.newIdentity(hall)), hub: access, seeds });
  }

  /** Everything a new PC needs to be this desk, its key known to the others before it writes anything. */
  async invitation(deskCode: string): Promise<JoiningContent> {
    const hall = this.opened();
    const name = hall.names().get(deskCode);
    if (name === undefined || deskCode === hall.deskCode)
      refuse('refused', { message: '请选择本单位的另一个登记台；新的登记台请先在「系统设置」中添加。' });
    const { ends } = await hall.storage.internal('internal.sync.ends', null);
    if (ends.some(({ desk }) => desk === deskCode))
      refuse('refused', { message: `${deskCode} 号登记台已有记录，不能再加入一台电脑，以免编号重复。请在「系统设置」中添加新的登记台。` });
    const { identity, service } = await this.known(hall);
    const seed = identity.seeds.find(({ code }) => code === deskCode)?.seed;
    if (identity.hub && !seed)
      refuse('refused', {
        message: `本机没有 ${deskCode} 号登记台在中心的凭据，没有生成文件。请在首台登记台操作，或重新选择中心的连接文件。`,
      });
    const { publicKey, privateKey } = newSigningKeys();
    await hall.storage.internal('internal.sync.putDesk', { code: deskCode, publicKey });
    await service.desks.load();
    service.changed();
    const desks = service.desks.all().map(({ code, publicKey: key }) => ({ code, publicKey: key }));
    const madeAt = hall.now();
    return {
      v: 1,
      hallId: hall.hallId,
      hallKey: Buffer.from(hall.hallKey).toString('base64'),
      laterKeys: (await hall.laterKeys.read()).map(({ id, key }) => ({ id, key: Buffer.from(key).toString('base64') })),
      recovery: await hall.recovery(),
      unitName: hall.unitName(),
      desk: { code: deskCode, name },
      demo: hall.demo,
      hub: identity.hub && seed ? { ...identity.hub, seed } : null,
      privateKey,
      desks,
      madeAt,
      validUntil: madeAt + VALID_MS,
    };
  }

  async revoke(deskCode: string, reason: string): Promise<void> {
    const hall = this.opened();
    if (deskCode === hall.deskCode) refuse('refused', { message: '不能停用本机，什么也没有改变。请在另一个登记台操作。' });
    const { service } = await this.known(hall);
    if (!service.desks.get(deskCode)) refuse('not-found', { message: '这个登记台还没有加入，无需停用。' });
    // What comes from now on must be of no use to whoever has the lost PC.
    const goOn = service.desks.all().filter(({ code, revokedAfter }) => code !== deskCode && revokedAfter === null);
    const renewed = renew(hall.hallId, goOn);
    await hall.laterKeys.add({ id: renewed.id, key: renewed.key });
    await hall.storage.internal('internal.sync.revokeDesk', { code: deskCode, reason, renewed });
    service.changed();
  }

  async exportPackage(path: string): Promise<{ changes: number }> {
    const hall = this.opened();
    const { service } = await this.known(hall);
    return writePackage(path, { ...hall, desk: hall.deskCode, signer: service.signer });
  }

  async importPackage(path: string): Promise<ReceivedCount> {
    const hall = this.opened();
    const { service } = await this.known(hall);
    try {
      const taker = { ...hall, desks: service.desks, receiver: service.receiver };
      const count = await readPackage(path, taker);
      // The hall's key was renewed, and what it seals waited: its data keys open only now.
      if (!(await service.learnRenewed())) return count;
      const again = await readPackage(path, taker);
      return { ...count, changes: count.changes + again.changes };
    } finally {
      service.changed();
    }
  }

  /** Only who has something to sign gets a key: a desk that stays alone writes nothing about itself. */
  private async known(hall: SyncHall): Promise<{ identity: Identity; service: SyncService }> {
    if (!this.identity || !this.service) await this.become(this.identity ?? this.newIdentity(hall));
    const { identity, service } = this;
    return identity && service ? { identity, service } : refuse('store-locked');
  }

  private async become(identity: Identity): Promise<void> {
    const hall = this.opened();
    const { service } = this;
    this.service = null;
    await service?.close();
    await this.file(hall).write(identity);
    this.identity = identity;
    await this.serve(hall, identity);
    const signer = this.service as SyncService | null;
    if (!signer) return;
    const rows = await hall.storage.internal('internal.sync.desks', null);
    if (!rows.some(({ code }) => code === hall.deskCode))
      await hall.storage.internal('internal.sync.putDesk', { code: hall.deskCode, publicKey: signer.signer.publicKey });
  }

  private newIdentity({ deskCode }: SyncHall): Identity {
    return { v: 1, deskCode, privateKey: newSigningKeys().privateKey, hub: null, desks: [], seeds: [] };
  }

  private async serve(hall: SyncHall, identity: Identity): Promise<void> {
    const hub = identity.hub && { ...identity.hub, addresses: [...(hall.hubAddresses ?? identity.hub.addresses)] };
    const service = new SyncService({
      ...hall,
      identity: { ...identity, hub },
      view: this.view,
      places: new FilePlaces(hall.dirs, hall.growing),
      connection: hub && (() => new NatsConnection({ addresses: hub.addresses, ca: hub.ca, seed: hub.seed, deskCode: identity.deskCode })),
    });
    this.service = service;
    await service.start();
  }

  private opened(): SyncHall {
    return this.hall ?? refuse('store-locked');
  }
  private file({ dirs, hallId, hallKey }: SyncHall): IdentityFile {
    return new IdentityFile(dirs.identity, hallId, hallKey);
  }
}
