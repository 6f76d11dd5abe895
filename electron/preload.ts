import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract';
import type { Result } from '../shared/result';

/** The only bridge to a screen: ask, and listen. The main process judges every message; nothing is decided here. */
let next = 1;
const listeners = new Map<number, (result: Result<never>) => void>();
ipcRenderer.on('live', (_event, id: number, result: Result<never>) => listeners.get(id)?.(result));

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke('request', name, input),
  subscribe: (name, input, onResult) => {
    const id = next++;
    listeners.set(id, onResult as (result: Result<never>) => void);
    ipcRenderer.send('subscribe', id, name, input);
    return () => {
      listeners.delete(id);
      ipcRenderer.send('unsubscribe', id);
    };
  },
};
contextBridge.exposeInMainWorld('reception', bridge);
