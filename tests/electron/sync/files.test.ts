import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FilePlaces } from '../../../electron/sync/file-places';
import { type TestDesk, TestHall, until } from './hall';

let hall: TestHall;
afterEach(() => hall.close());

const PAPER = '0190cccc-0000-7000-8000-0000000000aa';
const SOUND = '0190cccc-0000-7000-8000-0000000000bb';
const pathIn = (desk: TestDesk, kind: 'files' | 'sounds', id: string): string => join(desk.dir, kind, id.slice(-2), `${id}.xfs`);
function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('sealed files', () => {
  it('of one desk lie at every desk, sound and paper, and an erased sound does not come back', async () => {
    hall = new TestHall(2);
    const [a, b] = [hall.desk(0), hall.desk(1)];
    put(pathIn(a, 'files', PAPER), 'sealed paper');
    put(pathIn(a, 'sounds', SOUND), 'sealed sound');
    mkdirSync(dirname(pathIn(b, 'files', PAPER)), { recursive: true });
    mkdirSync(dirname(pathIn(b, 'sounds', SOUND)), { recursive: true });
    a.write('a recording', { keys: [`s:${SOUND}`] });
    await a.start();
    a.connection.up();
    await until(() => hall.hub.kept.files.size === 2);
    await b.start();
    b.connection.up();
    await until(() => existsSync(pathIn(b, 'files', PAPER)) && existsSync(pathIn(b, 'sounds', SOUND)));
    expect(readFileSync(pathIn(b, 'sounds', SOUND), 'utf8')).toBe('sealed sound');
    b.write('erased', { erase: [`s:${SOUND}`] });
    await until(() => hall.hub.kept.files.get(`sound-${SOUND}`)?.bytes === null);
    await until(() => a.soundsGone.includes(SOUND) && b.soundsGone.includes(SOUND));
  });

  it('have no path but their own, and one that still grows is not sent', async () => {
    hall = new TestHall(1);
    const desk = hall.desk(0);
    put(pathIn(desk, 'sounds', SOUND), 'growing');
    const dirs = { files: join(desk.dir, 'files'), sounds: join(desk.dir, 'sounds') };
    const places = new FilePlaces(dirs, () => SOUND);
    expect([...(await places.here())]).toEqual([]);
    expect([...(await new FilePlaces(dirs, () => null).here())]).toEqual([`sound-${SOUND}`]);
    expect(places.pathOf('sound-../../../etc/passwd-aaaaaaaaaaaaaaaaaa')).toBeNull();
    expect(places.pathOf(`other-${SOUND}`)).toBeNull();
    expect(places.pathOf(`file-${PAPER}`)).toBe(pathIn(desk, 'files', PAPER));
  });
});
