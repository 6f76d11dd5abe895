import type { OutputOf } from '../../shared/contract';
import { alarmsElsewhere, comesForward } from '../../shared/rules/alarm-forward';
import type { Program } from '../program';
import type { Storage } from '../storage/storage';

/** No idle lock begins while an incident runs, and another desk's brings the window forward when it begins. */
export function followIncidents(program: Program, storage: Storage): void {
  const own = program.deskCode();
  const known = new Set<string>();
  let startedAt: number | null = program.now();
  storage.subscribe('alarm.running', {}, { staffId: null, roles: [], deskCode: own }, (result) => {
    if (!result.ok) return;
    const running = result.value as OutputOf<'alarm.running'>;
    program.session.hold(running.length > 0);
    if (comesForward(running, { own, known, startedAt })) program.screen.comeForward();
    for (const { id } of alarmsElsewhere(running, own)) known.add(id);
    startedAt = null;
  });
}
