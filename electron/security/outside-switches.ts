/** What opens a port or a pipe through which the pages, and everything in them, are driven from outside. */
const WAYS_IN = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'];
/** What takes a wall down, or brings code of others into a page. */
const WALLS_DOWN = [
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'load-extension',
  'disable-extensions-except',
  'js-flags',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'use-fake-ui-for-media-stream',
  'auto-accept-camera-and-microphone-capture',
];

interface Switches {
  hasSwitch(name: string): boolean;
  removeSwitch(name: string): void;
}

/**
 * Takes out of the command line what a release must not be talked into. Before the runtime is ready: seen with 33.4.11, the
 * port of `--remote-debugging-port` is then never opened. `--inspect` and NODE_OPTIONS are the fuses' (electron-builder.yml).
 * @returns the names of what was there, for the log
 */
export function dropOutsideSwitches(switches: Switches): string[] {
  const found = [...WAYS_IN, ...WALLS_DOWN].filter((name) => switches.hasSwitch(name));
  for (const name of found) switches.removeSwitch(name);
  return found;
}
