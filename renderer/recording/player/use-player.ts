import { useEffect, useRef, useState } from 'react';
import { ask } from '../../bridge';
import { FilePlayer } from './file-player';
import { PartsPlayer } from './parts-player';
import type { Player, PlayerListener } from './player';

export interface Playing {
  ready: boolean;
  playing: boolean;
  position: number;
  length: number;
  problem: string;
  play(fromMs: number): void;
  pause(): void;
}

/** Opens one recording (which is written into the audit trail) and plays it from a moment. */
export function usePlayer(id: string, fromMs: number): Playing {
  const player = useRef<Player | null>(null);
  const [state, setState] = useState({ ready: false, playing: false, position: fromMs, problem: '' });
  const play = (from: number): void => {
    setState((now) => ({ ...now, position: from, problem: '' }));
    void player.current?.play(from);
  };
  const wanted = useRef(fromMs);
  wanted.current = fromMs;

  useEffect(() => {
    let gone = false;
    const listener: PlayerListener = {
      onPosition: (position) => !gone && setState((now) => ({ ...now, position })),
      onPlaying: (playing) => !gone && setState((now) => ({ ...now, playing })),
      onProblem: (problem) => !gone && setState((now) => ({ ...now, problem })),
    };
    const open = async (): Promise<void> => {
      const opened = await ask('recording.listen', { id });
      if (gone) return;
      if (!opened.ok) return listener.onProblem(opened.error.message);
      const read = async (n: number): Promise<Uint8Array | null> => {
        const part = await ask('recording.read', { id, n });
        if (!part.ok) listener.onProblem(part.error.message);
        return part.ok ? part.value.bytes : null;
      };
      const { outside, parts, mime } = opened.value;
      const made = outside ? await fileOf(parts.length, read, mime, listener) : new PartsPlayer(parts, read, listener);
      if (gone) return made?.close();
      player.current = made;
      setState((now) => ({ ...now, ready: made !== null }));
      void made?.play(wanted.current);
    };
    void open();
    return () => {
      gone = true;
      player.current?.close();
      player.current = null;
    };
  }, [id]);

  return { ...state, length: player.current?.lengthMs ?? 0, play, pause: () => player.current?.pause() };
}

async function fileOf(
  count: number,
  read: (n: number) => Promise<Uint8Array | null>,
  mime: string,
  listener: PlayerListener,
): Promise<FilePlayer | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let n = 0; n < count; n++) {
    const piece = await read(n);
    if (!piece) return null;
    pieces.push(new Uint8Array(piece));
  }
  return new FilePlayer(pieces, mime, listener);
}
