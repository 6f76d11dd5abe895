import { ipcRenderer } from 'electron';

/** The storage host's page gets one thing: its port to the main process. */
ipcRenderer.on('storage-port', (event) => {
  const [port] = event.ports;
  if (port) window.postMessage('storage-port', location.origin, [port]);
});
