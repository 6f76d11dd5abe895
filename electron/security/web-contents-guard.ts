import { app, type WebContents } from 'electron';
import { log } from '../log';

/** No page of ours goes anywhere or opens anything, nor does a frame within it. */
export function guardWebContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => refuse(event, 'navigation'));
    contents.on('will-redirect', (event) => refuse(event, 'redirect'));
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) refuse(event, 'navigation of a frame');
    });
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
    contents.on('select-bluetooth-device', (event, _devices, answer) => {
      refuse(event, 'bluetooth');
      answer('');
    });
    contents.setWindowOpenHandler(() => {
      log.warn('refused: new window');
      return { action: 'deny' };
    });
    // WebRTC asks no permission for data alone, and passes neither the request filter nor `connect-src`.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function refuse(event: { preventDefault(): void }, what: string): void {
  event.preventDefault();
  log.warn(`refused: ${what}`);
}
