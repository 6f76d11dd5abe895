import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { register, registrationOf } from '../faults/visits';
import { hallOfDesks, settled } from './desks';
import { CHECKER_PIN } from './people';

/** What the hub holds is of no use to whoever copies its disk. */
test.describe.configure({ timeout: 120_000 });

const filesUnder = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

/** In which of the hub's files a text stands, as UTF-8 or as UTF-16. */
function found(dir: string, text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
  return filesUnder(dir).filter((path) => {
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

test("a registered name, number, telephone and summary stand nowhere in the hub's files", async () => {
  const { hub, programs, close } = await hallOfDesks(2);
  const [a, b] = programs.map(({ page }) => page) as [Page, Page];
  try {
    const registration = { ...registrationOf(4711), summary: '征地补偿款迟迟没有发到手里' };
    const saved = await register(a, registration, CHECKER_PIN);
    if ('refused' in saved) throw new Error(saved.refused);
    await expect.poll(async () => (await firstOf(b, 'visit.today', {})).map(({ number }) => number)).toContain(saved.number);
    await settled([a, b]);
    await hub.stop();

    expect(found(hub.dir, 'reception.log.01').length, 'the search finds what is there').toBeGreaterThan(0);
    const [person] = registration.people;
    for (const text of [person?.name, person?.docNumber, person?.phone, registration.summary]) {
      if (!text) throw new Error('nothing to look for');
      expect(found(hub.dir, text), text).toEqual([]);
    }
  } finally {
    await close();
  }
});
