import { ask } from '../bridge';
import { mayAsk, useSession } from '../stores/session';

/** How many the page finds; null for whoever records nothing. A list without names needs no permission and opens no microphone. */
export async function countMicrophones(): Promise<number | null> {
  if (!mayAsk(useSession.getState().session, 'recording.begin')) return null;
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind }) => kind === 'audioinput').length;
  } catch {
    return 0;
  }
}

/** @param withReader not in the morning's first minute: the desk may be reading a card */
export const runSelfCheck = async (withReader: boolean) => ask('selfCheck.run', { microphones: await countMicrophones(), withReader });
