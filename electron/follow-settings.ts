import type { Program } from './program';
import type { InternalRequests } from './storage/internal';
import type { Storage } from './storage/storage';

/** Names and limits as they are set; resolves with the first of them. */
export function followSettings(program: Program, storage: Storage): Promise<void> {
  const deskCode = program.deskCode();
  const { status, session, alarms, screen, sync } = program;
  return new Promise((known) =>
    storage.subscribe('settings.all', {}, { staffId: null, roles: [], deskCode }, (result) => {
      known();
      if (!result.ok) return;
      const { unit, hall, rules, emergency, backup, printing } = result.value as InternalRequests['internal.settings']['output'];
      const desk = hall.desks.find(({ code }) => code === deskCode);
      program.deskNames = new Map(hall.desks.map(({ code, name }) => [code, name]));
      sync.namesChanged();
      // A desk that has just joined knows its place from the joining file, until the hall's settings come.
      const { unitName, deskName, demo } = status.view.get();
      status.view.update({ unitName: unit.name || unitName, deskName: desk?.name || deskName });
      session.setIdleLock(program.managed.follow({ rules, printing }, storage, deskCode));
      alarms.setSendAfter(emergency.sendAfterSeconds);
      program.backup.follow(backup);
      screen.setTitle(`接访台 · ${unit.name || unitName}${demo ? '（演示）' : ''}`);
    }),
  );
}
