import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract';
import type { Result } from '../shared/result';

/** The only bridge to a screen: ask, and listen. The main process judges every message; nothing is decided here. */
let next = 1;
const listeners = new Map<number, { version: number; onResult: (result: Result<never>) => void }>();

/**
 * Results can overtake each other: on Electron 33 two sent 1 ms apart to a page that was still starting arrived in
 * reverse order, 44 ms apart. A result is a whole picture, so an older one than the last shown is dropped.
 */
ipcRenderer.on('live', (_event, id: number, version: number, result: Result<never>) => {
  const listener = listeners.get(id);
  if (!listener || version <= listener.version) return;
  listener.version = version;
  listener.onResult(result);
});

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke('request', name, input),
  subscribe: (name, input, onResult) => {
    const id = next++;
    listeners.set(id, { version: 0, onResult: onResult as (result: Result<never>) => void });
    ipcRenderer.send('subscribe', id, name, input);
    return () => {
      listeners.delete(id);
      ipcRenderer.send('unsubscribe', id);
    };
  },
};
contextBridge.exposeInMainWorld('reception', bridge);
