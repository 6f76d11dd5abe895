import type { SetupInput } from '../../shared/contract/session';
import { refuse } from '../../shared/errors';
import type { ProfileFile } from '../profile/profile';
import type { Program } from '../program';
import type { InternalRequests } from '../storage/internal';
import type { JoiningContent } from '../sync/joining';
import { demoRows, finishSetup, firstRowsOf, firstStartFailed, makeDemoKeys, makeJoinedKeys, makeKeys } from './setup';

/** The ways in which a PC comes to its first profile: a new hall, the demonstration, a further desk, a backup. */
export class FirstStart {
  constructor(private readonly program: Program) {}

  async setUp(input: SetupInput): Promise<void> {
    if (!input.hall.desks.some((d) => d.code === input.deskCode)) {
      refuse('refused', { message: '请选择本机是哪一个登记台。', fields: { deskCode: '请选择本机所在的登记台' } });
    }
    const phrase = this.program.phrase.check(input.phraseAnswers);
    const hallKey = await makeKeys(this.program.profile, input, phrase);
    try {
      await this.firstRows(hallKey, input.deskCode, await firstRowsOf(input));
    } catch (error) {
      firstStartFailed(this.program.status, error);
    }
  }

  async setUpDemo(): Promise<void> {
    this.program.status.view.update({ demo: true });
    const hallKey = await makeDemoKeys(this.program.profile);
    const [printer] = await this.program.printers();
    const rows = await demoRows(printer?.name ?? '');
    await this.firstRows(hallKey, rows.settings.hall.desks[0]?.code ?? '01', rows);
  }

  private async firstRows(hallKey: Uint8Array, deskCode: string, rows: InternalRequests['internal.setup']['input']): Promise<void> {
    const store = await this.program.openStore(hallKey, deskCode);
    if (!store) return;
    await store.storage.internal('internal.setup', rows);
    await finishSetup(this.program.profile, deskCode, rows.demo);
    await this.program.keyFile();
    this.program.status.view.update({ demo: rows.demo, deskCode });
    await this.program.ready(store, hallKey);
  }

  /** A further desk: the hall's key and this desk's place in it; settings and staff come with the first messages. */
  async join(joining: JoiningContent, protection: SetupInput['protection'], passphrase: string): Promise<void> {
    const { desk, demo } = joining;
    const hallKey = await makeJoinedKeys(this.program.profile, joining, protection, passphrase);
    try {
      const store = await this.program.openStore(hallKey, desk.code);
      if (!store) return;
      await finishSetup(this.program.profile, desk.code, demo);
      await this.program.keyFile();
      this.program.status.view.update({ demo, deskCode: desk.code, unitName: joining.unitName, deskName: desk.name });
      await this.program.ready(store, hallKey);
    } catch (error) {
      firstStartFailed(this.program.status, error);
    }
  }

  /** A profile that was put in place here from a backup, on a PC that had none. */
  async startRestored(file: ProfileFile, passphrase: string): Promise<void> {
    Object.assign(this.program.profile.file, file);
    const { deskCode = '', demo = false } = file.setUp ?? {};
    this.program.status.view.update({ demo, deskCode });
    try {
      const hallKey = await (await this.program.keyFile()).unwrap(passphrase);
      if (hallKey) await this.program.start(hallKey, deskCode);
    } catch (error) {
      firstStartFailed(this.program.status, error);
    }
  }
}
