import { useCallback, useEffect, useState } from 'react';
import { ask } from '../bridge';
import { TEXTS } from './texts';

export interface Camera {
  /** Null while it is opened, and when it cannot be. */
  stream: MediaStream | null;
  /** Why there is no picture; empty while there is hope. */
  problem: string;
  cameras: readonly { id: string; name: string }[];
  chosen: string;
  choose(id: string): void;
  tryAgain(): void;
}

/** As wide as a page needs; a camera that has less gives what it has. */
const WANTED: MediaTrackConstraints = { width: { ideal: 2048 }, height: { ideal: 1536 } };

function sentenceFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  return Object.hasOwn(TEXTS.problems, name) ? TEXTS.problems[name as keyof typeof TEXTS.problems] : TEXTS.problems.other;
}

const stop = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

async function camerasHere(): Promise<Camera['cameras']> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map((device, i) => ({ id: device.deviceId, name: device.label || TEXTS.cameraNumber(i + 1) }));
}

/** A camera's picture while the dialog stands; its light goes out with it. The program allows it for just as long. */
export function useCamera(): Camera {
  const [chosen, choose] = useState('');
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Pick<Camera, 'stream' | 'problem' | 'cameras'>>({ stream: null, problem: '', cameras: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how tryAgain() asks again
  useEffect(() => {
    let gone = false;
    let mine: MediaStream | null = null;
    const open = async (): Promise<void> => {
      const allowed = await ask('attachment.camera', { on: true });
      if (gone) return;
      if (!allowed.ok) return setState({ stream: null, problem: allowed.error.message, cameras: [] });
      try {
        const which = chosen ? { ...WANTED, deviceId: { exact: chosen } } : WANTED;
        const stream = await navigator.mediaDevices.getUserMedia({ video: which, audio: false });
        mine = stream;
        if (gone) return stop(stream);
        for (const track of stream.getVideoTracks())
          track.addEventListener('ended', () => !gone && setState((now) => ({ ...now, stream: null, problem: TEXTS.problems.ended })));
        const cameras = await camerasHere();
        if (!gone) setState({ stream, problem: '', cameras });
      } catch (error) {
        if (!gone) setState((now) => ({ ...now, stream: null, problem: sentenceFor(error) }));
      }
    };
    setState((now) => ({ ...now, stream: null, problem: '' }));
    void open();
    return () => {
      gone = true;
      stop(mine);
    };
  }, [chosen, turn]);
  useEffect(() => () => void ask('attachment.camera', { on: false }), []);
  const tryAgain = useCallback(() => {
    choose('');
    setTurn((n) => n + 1);
  }, []);
  return { ...state, chosen, choose, tryAgain };
}
