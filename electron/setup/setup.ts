import { randomInt } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { SetupInput } from '../../shared/contract/session';
import { demoContacts } from '../../shared/demo/demo-contacts';
import { demoUnit } from '../../shared/demo/demo-unit';
import type { DeskSettingsKey, Settings } from '../../shared/domain/settings';
import { appError, refuse } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import { defaultSettings } from '../../shared/rules/defaults';
import { describe, log } from '../log';
import { folders, type Profile, saveProfile } from '../profile/profile';
import type { ProgramStatus } from '../program-state';
import { HallKeyFile } from '../security/hall-key';
import { LaterKeys } from '../security/later-keys';
import { hashPin, PUBLISHED_PIN } from '../security/pin';
import { DEMO_PHRASE, newPhrase } from '../security/recovery-phrase';
import type { InternalRequests } from '../storage/internal';
import { IdentityFile } from '../sync/identity';
import type { JoiningContent } from '../sync/joining';

type FirstRows = InternalRequests['internal.setup']['input'];

/** How many words of the recovery phrase are asked back. */
const ASKED = 3;

/** The phrase lives here between being shown and being asked back, and nowhere else. */
export class PhraseOnPaper {
  private words: string[] = [];
  private asked: number[] = [];

  show(): { words: string[]; ask: number[] } {
    this.words = newPhrase();
    const places = this.words.map((_, i) => i + 1);
    this.asked = Array.from({ length: ASKED }, () => places.splice(randomInt(places.length), 1)[0] ?? 1).sort((a, b) => a - b);
    return { words: this.words, ask: this.asked };
  }

  /** @throws Refusal with the sentence beside each wrong word */
  check(answers: Record<string, string>): string[] {
    if (this.words.length === 0) refuse('refused', { message: '恢复短语还没有显示过。请先抄写恢复短语。' });
    const fields: Record<string, string> = {};
    for (const place of this.asked) {
      if (answers[String(place)]?.trim() !== this.words[place - 1])
        fields[`phraseAnswers.${place}`] = `第 ${place} 个字与显示的不符，请对照抄写的纸。`;
    }
    if (Object.keys(fields).length > 0) throw new Refusal(appError('refused', { message: '恢复短语核对不符，设置尚未保存。', fields }));
    return this.words;
  }
}

/** A new hall from the wizard's answers: keys, then the first rows through the ordinary write, then the profile's word. */
export async function firstRowsOf(input: SetupInput): Promise<FirstRows> {
  const defaults = defaultSettings();
  const settings: Omit<Settings, DeskSettingsKey> = { ...defaults, unit: input.unit, hall: input.hall };
  const admin = {
    id: uuid(),
    name: input.admin.name,
    roles: ['administrator' as const],
    phone: '',
    active: true,
    onDuty: true,
    qualifications: [],
  };
  return {
    settings,
    printing: {
      ...defaults.printing,
      mode: input.cardPrinter ? 'printer' : 'none',
      cardPrinter: input.cardPrinter,
      letterPrinter: input.cardPrinter,
    },
    staff: [{ ...admin, pinHash: await hashPin(input.admin.pin) }],
    demo: false,
  };
}

/** @param printer the first printer found, or '' for the no-printer mode */
export async function demoRows(printer: string): Promise<FirstRows> {
  const { settings, staff } = demoUnit();
  const rows: FirstRows['staff'] = await Promise.all(
    staff.map(async ({ pin, ...person }) => ({
      id: uuid(),
      ...person,
      roles: [...person.roles],
      qualifications: [...person.qualifications],
      pinHash: await hashPin(pin, PUBLISHED_PIN),
    })),
  );
  const idOf = (name: string): string => rows.find((person) => person.name === name)?.id ?? '';
  const emergency = { ...settings.emergency, contacts: demoContacts(settings.emergency.contacts, idOf) };
  const printing: Settings['printing'] = { mode: printer ? 'printer' : 'none', cardPrinter: printer, letterPrinter: printer, profiles: {} };
  return { settings: { ...settings, emergency }, printing, staff: rows, demo: true };
}

export async function makeKeys(profile: Profile, input: SetupInput, phrase: string[]): Promise<Uint8Array> {
  mustBeLong(input);
  const { hallKey } = await HallKeyFile.create(folders(profile.dir).keys, profile.file.hallId, input.protection, input.passphrase, phrase);
  return hallKey;
}

function mustBeLong({ protection, passphrase }: Pick<SetupInput, 'protection' | 'passphrase'>): void {
  if (protection === 'passphrase' && passphrase.length < 8)
    refuse('refused', { message: '启动口令至少 8 位，设置尚未保存。', fields: { passphrase: '至少 8 位' } });
}

/** A further desk of a hall: its hall, its key and who it is there; everything else comes by sync. */
export async function makeJoinedKeys(
  profile: Profile,
  joining: JoiningContent,
  protection: SetupInput['protection'],
  passphrase: string,
): Promise<Uint8Array> {
  mustBeLong({ protection, passphrase });
  const { hallId, desk, privateKey, hub, desks } = joining;
  profile.file.hallId = hallId;
  const at = folders(profile.dir);
  const given = Buffer.from(joining.hallKey, 'base64');
  const sealed = joining.recovery ? { sealed: joining.recovery } : null;
  const { hallKey } = await HallKeyFile.create(at.keys, hallId, protection, passphrase, sealed, given);
  const later = joining.laterKeys.map(({ id, key }) => ({ id, key: Uint8Array.from(Buffer.from(key, 'base64')) }));
  if (later.length > 0) await new LaterKeys(at.laterKeys, hallId, hallKey).add(...later);
  await new IdentityFile(at.sync, hallId, hallKey).write({ v: 1, deskCode: desk.code, privateKey, hub, desks, seeds: [] });
  return hallKey;
}

export async function makeDemoKeys(profile: Profile): Promise<Uint8Array> {
  const { hallKey } = await HallKeyFile.create(folders(profile.dir).keys, profile.file.hallId, 'demonstration', '', DEMO_PHRASE);
  return hallKey;
}

/** The last step: from here on the profile is in use. */
export async function finishSetup(profile: Profile, deskCode: string, demo: boolean): Promise<void> {
  profile.file.setUp = { deskCode, demo };
  await saveProfile(profile);
}

/** What was begun is cleared by the next start, before Chromium holds its folder. */
export function firstStartFailed(status: ProgramStatus, error: unknown): void {
  log.error(`first start: ${describe(error)}`);
  status.fail(
    '首次设置没有完成',
    '设置时出现错误，还没有保存任何来访记录。请重新启动程序，再设置一次；仍然如此，请复制详情并联系系统管理员。',
    describe(error),
  );
}
