import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { register, registrationOf, residentNumber } from '../faults/visits';
import { copiesOf, disable, enable, removeQueue, setUpCups, spooledPdfs } from '../printing/cups-queue';
import { exportNewest } from './exported';
import { choosePrinter, newestJob, newestState } from './print-jobs';
import { CHECKER, CLERK, launch, registerVisitor, signIn, temporaryProfile } from './program';

/** The visitor's card from the key press to the paper: a real CUPS queue that prints into PDF files. */
const QUEUE = 'RECEPTION_E2E';
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

const VISITOR = { docNumber: residentNumber(11_001), name: '试印卡', phone: '13900011001', summary: '反映道路排水问题', field: '城乡建设' };

test('the card is one A6 page with the right text; its codes hold the opaque id and the number, and no name', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await choosePrinter(page, QUEUE);
  const number = await registerVisitor(page, VISITOR, CHECKER);
  await expect.poll(() => newestState(page), { timeout: 20_000 }).toBe('printed');
  const job = await newestJob(page);

  const pdf = await exportNewest(app, page);
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(
    /Pages:\s+1\n[\s\S]*Page size:\s+29[78](\.\d+)? x 4(19|20)(\.\d+)? pts/,
  );
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const words of ['接访登记卡', number, VISITOR.name, '城乡建设', CHECKER.name, '139****1001', VISITOR.docNumber.slice(0, 4)])
    expect(text).toContain(words);
  expect(text).not.toContain(VISITOR.docNumber);
  expect(text).not.toContain(VISITOR.phone);

  const codes = codesOf(spooledPdfs().at(-1) ?? '');
  expect(codes).toContain(`CODE-128:${number}`);
  const qr = codes.find((c) => c.startsWith('QR-Code:')) ?? '';
  expect(qr).toMatch(new RegExp(`^QR-Code:XF1\\|\\d{6}\\|${job.visitId}\\|[0-9a-f]{8}$`, 'i'));
  for (const code of codes) for (const secret of [VISITOR.name, VISITOR.docNumber, VISITOR.phone]) expect(code).not.toContain(secret);
  await close();
});

test('a collective visit: the letter of election comes out with the card, one A4 page to be signed', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await choosePrinter(page, QUEUE);
  const before = spooledPdfs().length;
  const one = registrationOf(11_020);
  const people = Array.from({ length: 5 }, (_, i) => registrationOf(11_020 + i).people[0]) as typeof one.people;
  const saved = await register(page, { ...one, kind: 'collective', people, heads: 12, others: 7, othersAreaId: 'rest' }, CHECKER.pin);
  expect(saved).toHaveProperty('visitId');
  await expect.poll(() => spooledPdfs().length - before, { timeout: 20_000 }).toBe(2);
  const pages = spooledPdfs().slice(before);
  const sizes = pages.map((pdf) => /Page size:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);
  expect(sizes.sort()).toEqual(['297', '595']);
  // The spooled file keeps the ink, not the text; the archived one is the same page, and the letter is the newer of the two.
  const text = execFileSync('pdftotext', ['-layout', await exportNewest(app, page), '-'], { encoding: 'utf8' });
  for (const words of ['代表推选书', '12', ...people.map((person) => person.name)]) expect(text).toContain(words);
  await close();
});

test('a printer that is off: saved at once, the job waits here, and prints once when the printer is back', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await choosePrinter(page, QUEUE);
  disable(QUEUE);
  await registerVisitor(page, { ...VISITOR, docNumber: residentNumber(11_002) }, CHECKER);
  await expect.poll(() => newestState(page), { timeout: 20_000 }).toBe('ready');
  const { id } = await newestJob(page);
  expect(copiesOf(id)).toBe(0);
  expect(execFileSync('lpstat', ['-o', QUEUE], { encoding: 'utf8' }), 'nothing waits in the spooler').toBe('');
  enable(QUEUE);
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');
  await expect.poll(() => copiesOf(id)).toBe(1);
  await close();
});

test('killed while a job is spooling: the next start asks, and prints nothing twice', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  await signIn(first.page, CLERK.name, CLERK.pin);
  await choosePrinter(first.page, QUEUE);
  // The moment a job is stored as being sent, and before the spooler has answered, the program dies.
  const spooling = first.page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        window.reception.subscribe('print.jobs', {}, (r) => {
          const job = r.ok ? r.value.find((j) => j.state === 'spooling') : undefined;
          if (job) resolve(job.id);
        }),
      ),
  );
  const registering = registerVisitor(first.page, { ...VISITOR, docNumber: residentNumber(11_003) }, CHECKER).catch(() => {});
  const id = await spooling;
  await first.kill();
  await registering;

  const second = await launch({ profile, seed: 'demo' });
  await signIn(second.page, CLERK.name, CLERK.pin);
  // Either the spooler had it (then it is known and printed), or nobody can know (then a person is asked).
  await expect.poll(() => newestState(second.page), { timeout: 20_000 }).toMatch(/^(printed|spooled|unknown)$/);
  if ((await newestState(second.page)) === 'unknown') await expect(second.page.getByText('卡片出来了吗').first()).toBeVisible();
  expect(copiesOf(id)).toBeLessThanOrEqual(1);
  await second.close();
});

/** What a scanner reads off a picture of the spooled page. */
function codesOf(pdf: string): string[] {
  const picture = join(mkdtempSync(join(tmpdir(), 'reception-scan-')), 'page');
  execFileSync('pdftoppm', ['-r', '300', '-png', '-singlefile', pdf, picture], { stdio: 'ignore' });
  return execFileSync('zbarimg', ['--quiet', `${picture}.png`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .trim()
    .split('\n');
}
