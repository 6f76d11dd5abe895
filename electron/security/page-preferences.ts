import type { Session, WebPreferences } from 'electron';

/** What a window may choose for itself; nothing of it opens a way out of its page. */
type Own = Pick<WebPreferences, 'preload' | 'javascript' | 'webgl' | 'devTools' | 'autoplayPolicy' | 'backgroundThrottling'>;

/**
 * The one place where a window of ours gets its preferences. Most of them are Electron's defaults by now; they stand here
 * because a default may change, and because tests/e2e/attacks-windows.spec.ts asks every window for exactly these.
 */
export const pagePreferences = (session: Session, own: Own = {}): WebPreferences => ({
  ...own,
  session,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
});
