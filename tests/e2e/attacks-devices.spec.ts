import { expect, type Page, test } from '@playwright/test';
import { hallWindow } from './hall-window';
import { signInByKeyboard } from './keyboard';
import { CLERK, launch } from './program';

/** As a page asks for each thing that a person is asked about, or that a device list is opened for. Runs in the page. */
async function askForAll(): Promise<Record<string, string>> {
  const end = (work: () => Promise<unknown>): Promise<string> =>
    Promise.resolve()
      .then(work)
      .then(
        (value) => (value === undefined ? 'granted' : String(value)),
        (error: Error) => `refused: ${error.name}`,
      );
  const any = navigator as unknown as {
    usb: { requestDevice(o: object): Promise<unknown>; getDevices(): Promise<unknown[]> };
    hid: { requestDevice(o: object): Promise<unknown[]>; getDevices(): Promise<unknown[]> };
    serial: { requestPort(): Promise<unknown>; getPorts(): Promise<unknown[]> };
    bluetooth?: { requestDevice(o: object): Promise<unknown> };
    wakeLock: { request(): Promise<unknown> };
  };
  const win = window as unknown as {
    queryLocalFonts(): Promise<unknown[]>;
    showOpenFilePicker(): Promise<unknown>;
    getScreenDetails(): Promise<unknown>;
    IdleDetector: { requestPermission(): Promise<string> };
  };
  return {
    camera: await end(() => navigator.mediaDevices.getUserMedia({ video: true })),
    microphone: await end(() => navigator.mediaDevices.getUserMedia({ audio: true })),
    screen: await end(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
    'names of devices': await end(async () => (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label).join('')),
    place: await end(
      () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, ({ code }) => reject({ name: code === 1 ? 'denied' : 'unavailable' })),
        ),
    ),
    notifications: await end(() => Notification.requestPermission()),
    'clipboard read': await end(() => navigator.clipboard.readText()),
    'clipboard paste': await end(async () => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
      document.execCommand('paste');
      const pasted = field.value;
      field.remove();
      return pasted;
    }),
    'clipboard write': await end(() => navigator.clipboard.writeText('x')),
    midi: await end(() => navigator.requestMIDIAccess()),
    'midi sysex': await end(() => navigator.requestMIDIAccess({ sysex: true })),
    usb: await end(() => any.usb.requestDevice({ filters: [] })),
    'usb known': await end(async () => (await any.usb.getDevices()).length),
    hid: await end(async () => (await any.hid.requestDevice({ filters: [] })).length),
    'hid known': await end(async () => (await any.hid.getDevices()).length),
    serial: await end(() => any.serial.requestPort()),
    'serial known': await end(async () => (await any.serial.getPorts()).length),
    bluetooth: any.bluetooth
      ? await end(() => any.bluetooth?.requestDevice({ acceptAllDevices: true }) ?? Promise.resolve())
      : 'refused: absent',
    fonts: await end(async () => (await win.queryLocalFonts()).length),
    'idle times': await end(() => win.IdleDetector.requestPermission()),
    'screens of the desk': await end(() => win.getScreenDetails()),
    'pointer lock': await end(() => document.body.requestPointerLock() as unknown as Promise<unknown>),
    storage: await end(() => navigator.storage.persist()),
  };
}
const REFUSED = /^(refused: .+|denied|false|0|)$/;

/** What the platform answers who only looks a permission up. Runs in the page. */
async function lookUpAll(): Promise<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const name of [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'clipboard-read',
    'clipboard-write',
    'display-capture',
    'idle-detection',
    'local-fonts',
    'persistent-storage',
    'screen-wake-lock',
    'storage-access',
    'window-management',
  ])
    states[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
      ({ state }) => state,
      () => 'unknown',
    );
  return states;
}

const granted = (answers: Record<string, string>): [string, string][] => Object.entries(answers).filter(([, state]) => state === 'granted');

test('no page is given a device, a place, the clipboard or a look at the screen, asked or looked up', async () => {
  // Devices that are there, so that a refusal is ours.
  const { app, page, close } = await launch({ seed: 'demo', args: ['--use-fake-device-for-media-stream'] });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  await app.evaluate(({ clipboard }) => clipboard.writeText('somebody copied this'));
  const pages: [string, Page][] = [
    ['desk', page],
    ['hall', hall],
  ];
  for (const [name, own] of pages) {
    const answers = await own.evaluate(askForAll);
    expect(
      Object.entries(answers).filter(([, answer]) => !REFUSED.test(answer)),
      name,
    ).toEqual([]);
    expect(Object.keys(answers).length, name).toBeGreaterThan(20);
    expect(granted(await own.evaluate(lookUpAll)), name).toEqual([]);
  }
  await close();
});

test('the lease of the microphone opens that alone, to the page that holds it, and is over with it', async () => {
  const { app, page, close } = await launch({ seed: 'demo', args: ['--use-fake-device-for-media-stream'] });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  const listens = (own: Page): Promise<string> =>
    own.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'granted';
        },
        (error: Error) => error.name,
      ),
    );
  const lease = (on: boolean): Promise<boolean> =>
    page.evaluate(async (wanted) => (await window.reception.request('recording.microphone', { on: wanted })).ok, on);
  expect(await listens(page)).toBe('NotAllowedError');
  expect(await lease(true)).toBe(true);
  expect(await listens(page)).toBe('granted');
  expect(await listens(hall), 'another window').toBe('NotAllowedError');
  const others = await page.evaluate(askForAll);
  expect(others.microphone).not.toMatch(REFUSED);
  const { microphone: _held, 'names of devices': _named, ...rest } = others;
  expect(Object.entries(rest).filter(([, answer]) => !REFUSED.test(answer))).toEqual([]);
  expect(await lease(false)).toBe(true);
  expect(await listens(page)).toBe('NotAllowedError');
  await close();
});
