import { z } from 'zod';
import { fieldSentence } from '../../../shared/field-sentences';
import type { FromHost, ToHost } from '../protocol';
import { HostSession } from './session';

/**
 * The storage host's page. The preload hands it one port; everything else it does is answer on it. There is nothing
 * to see and nothing to reach from outside.
 */
// The page's policy forbids evaluated code, which zod would otherwise try first.
z.config({ jitless: true, customError: fieldSentence });

function serve(port: MessagePort): void {
  const session = new HostSession({
    post: (message: FromHost) => port.postMessage(message),
    giveUp: (detail) => {
      console.error(`storage host gives up: ${detail}`);
      // The main process sees the window go, opens a new one and compares again.
      window.close();
    },
  });
  port.onmessage = (event: MessageEvent<ToHost>) => session.receive(event.data);
  port.postMessage({ kind: 'ready' } satisfies FromHost);
}

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.origin !== location.origin || event.data !== 'storage-port' || !port) return;
  serve(port);
});
