import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, median, ms, times } from './figures';
import { type Launched, startAndWatch } from './start-and-watch';

const ROOT = join(__dirname, '..', '..');
const RUNS = 7;
const WARM_UP = 1;

/** The least that Electron can do: one window of the same size with one word in it. */
const EMPTY_MAIN = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.RECEPTION_PROFILE);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;
const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>empty</title><select><option>一</option><option>二</option></select>';

export function writeEmptyProgram(dir: string): void {
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }));
  writeFileSync(join(dir, 'main.js'), EMPTY_MAIN);
  writeFileSync(join(dir, 'index.html'), EMPTY_PAGE);
}

/** From the start of the process until the sign-in list is painted, against an empty window started the same way. */
export async function measureStart(profile: string, visits: number): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'reception-empty-'));
  writeEmptyProgram(dir);
  const ours: Launched[] = [];
  const empty: Launched[] = [];
  try {
    // In turn, so that a machine that slows down slows both.
    for (let n = 0; n < RUNS + WARM_UP; n++) {
      empty.push(await startAndWatch(dir, { RECEPTION_PROFILE: join(dir, 'profile') }, 'file:'));
      ours.push(await startAndWatch(ROOT, { RECEPTION_PROFILE: profile, RECEPTION_SEED: 'demo' }, 'app://desk'));
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  const of = (list: Launched[], key: keyof Launched): number[] => list.slice(WARM_UP).map((launched) => launched[key]);
  const [usable, plain] = [of(ours, 'usable'), of(empty, 'usable')];
  const ratio = median(usable) / median(plain);
  return {
    rows: [
      {
        what: `start to usable screen with ${visits.toLocaleString('en')} visits`,
        measured: `median ${ms(median(usable))}`,
        against: `empty Electron window: median ${ms(median(plain))}`,
        ratio: times(ratio),
        goal: '≤ 2×',
        met: ratio <= 2,
      },
    ],
    raw: {
      'start, ms': usable,
      'empty window, ms': plain,
      'start: until its page begins, ms': of(ours, 'pageBegins'),
      'empty window: until its page begins, ms': of(empty, 'pageBegins'),
    },
  };
}
