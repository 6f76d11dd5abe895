import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { registerByKeyboard, signInByKeyboard } from '../e2e/keyboard';
import { CHECKER, CLERK, launch, temporaryProfile } from '../e2e/program';
import { hear, microphoneOf, recordingsOf, runningTalk, writeRisingTone } from '../e2e/sound';
import { beginByKeyboard } from '../e2e/talk';
import { chainState, residentNumber, signInByBridge } from './visits';

/**
 * The program is killed with SIGKILL while it records. Whatever was said more than ten seconds before is there afterwards,
 * plays, and is what was stored. RECORDING_ROUNDS sets how often (50 by `npm run faults`).
 */
const ROUNDS = Number(process.env.RECORDING_ROUNDS ?? 3);
const MOST_LOST_MS = 10_000;
test.setTimeout(ROUNDS * 60_000 + 120_000);

const work = mkdtempSync(join(tmpdir(), 'reception-sound-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test(`${ROUNDS} kills while recording: everything but the last ten seconds plays`, async () => {
  const tone = join(work, 'rising.wav');
  writeRisingTone(tone, 90);
  const profile = temporaryProfile();
  const open = () => launch({ profile, seed: 'demo', args: microphoneOf(tone) });
  let program = await open();
  await signInByKeyboard(program.page, CLERK);
  const visitor = { docNumber: residentNumber(31_201), name: '孙玉梅', phone: '13700137201', summary: '反映医保报销', field: '卫生健康' };
  await registerByKeyboard(program.page, visitor, CHECKER.pin);
  await beginByKeyboard(program.page, 'A001');
  const talk = await runningTalk(program.page);
  const lost: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    await expect(program.page.getByRole('textbox', { name: '记录', exact: true })).toBeVisible();
    await program.page.keyboard.press('Alt+R');
    await expect(program.page.getByRole('button', { name: '停止录音' })).toBeVisible();
    const began = performance.now();
    // From before the first part is whole to well behind the second.
    await new Promise((resolve) => setTimeout(resolve, 2000 + Math.random() * 12_000));
    const recorded = performance.now() - began;
    await program.kill();

    program = await open();
    await signInByBridge(program.page, CLERK);
    const stretches = await recordingsOf(program.page, talk);
    expect(stretches.length).toBe(round);
    const last = stretches.at(-1);
    if (!last) throw new Error('no recording');
    expect(last.ended, `round ${round}`).toBe('program');
    const kept = last.state === 'done' ? last.durationMs : 0;
    lost.push(recorded - kept);
    expect(recorded - kept, `round ${round}: of ${Math.round(recorded)} ms`).toBeLessThan(MOST_LOST_MS);
    if (last.state !== 'done') continue;
    // Opening it compares the hash over all parts; every part is decoded, and lies where it should.
    const heard = await hear(program.page, last.id);
    if (!heard.ok) throw new Error(heard.message);
    expect(heard.parts.at(-1)).toBeDefined();
    for (const [i, part] of heard.parts.entries()) {
      const first = heard.parts[0];
      if (first)
        expect(Math.abs(part.from - first.from - (part.startMs - first.startMs) / 1000), `round ${round}, part ${i}`).toBeLessThan(0.5);
    }
  }
  await expect.poll(() => chainState(program.page), { timeout: 120_000 }).toBe('verified');
  await program.close();
  const worst = Math.max(...lost);
  console.log(`${ROUNDS} kills while recording: at most ${(worst / 1000).toFixed(1)} s of sound lost, every part kept plays`);
});
