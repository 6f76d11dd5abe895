import { describe, expect, it } from 'vitest';
import { withoutPlace } from '../../renderer/first-start/join-form';
import { emptyRest, placeOf, problemsOf, toInput } from '../../renderer/first-start/setup-form';
import { nextDesk } from '../../renderer/settings/hall-input';
import { printingForm, toPrinting } from '../../renderer/settings/printing-form';
import { correctionOf, patchOf } from '../../renderer/visit/correction';
import { SetupInput } from '../../shared/contract/session';
import { PrintingSettings } from '../../shared/domain/settings';
import { VisitPatch } from '../../shared/domain/visit';
import { appError } from '../../shared/errors';
import { defaultSettings } from '../../shared/rules/defaults';
import { detailOf, visits } from './fake-data';

const visit = detailOf((visits[1] ?? visits[0]) as (typeof visits)[0]);

describe('a correction', () => {
  it('sends nothing when nothing was changed', () => {
    expect(patchOf(visit, { ...correctionOf(visit), reason: '核对' })).toEqual({});
  });
  it('sends only what was changed, and the others with the heads', () => {
    const patch = patchOf(visit, { ...correctionOf(visit), summary: '更正后', heads: visit.heads + 2 });
    expect(patch).toEqual({ summary: '更正后', heads: visit.heads + 2, others: visit.others + 2 });
    expect(VisitPatch.safeParse(patch).success).toBe(true);
  });
  it('keeps a masked document and phone unless they are typed anew', () => {
    const patch = patchOf(visit, { ...correctionOf(visit), name: '王建民' });
    expect(patch).toEqual({ person: { name: '王建民' } });
  });
  it('sends a new number with its type', () => {
    const patch = patchOf(visit, { ...correctionOf(visit), docNumber: '34052419800101001X' });
    expect(patch.person).toEqual({ docType: 'resident-id', docNumber: '34052419800101001X', asPrinted: false });
  });
});

describe('the printing setting', () => {
  it('goes through its form unchanged, also for a printer with dots in its name', () => {
    const setting = PrintingSettings.parse({
      cardPrinter: 'HP.Card 1.5',
      profiles: { 'HP.Card 1.5': { offsetX: 1.5, options: ['InputSlot=Tray1', 'Media=A6'] } },
    });
    expect(toPrinting(printingForm(setting))).toEqual(setting);
  });
  it('has a profile to be set for every printer in use', () => {
    const setting = PrintingSettings.parse({ cardPrinter: 'A', letterPrinter: 'B' });
    expect(printingForm(setting).profiles.map((profile) => profile.printer)).toEqual(['A', 'B']);
  });
});

describe('the next desk', () => {
  it('gets a number and a letter that no other has', () => {
    expect(nextDesk([])).toEqual({ code: '01', letter: 'A', name: '1号登记台' });
    const desks = [
      { code: '01', letter: 'B', name: '1号登记台' },
      { code: '03', letter: 'A', name: '3号登记台' },
    ];
    expect(nextDesk(desks)).toEqual({ code: '02', letter: 'C', name: '2号登记台' });
  });
});

describe('the first start', () => {
  const filled = { ...emptyRest(), adminName: '李明', adminPin: '1234', adminPinAgain: '1234', protection: 'passphrase' as const };

  it('asks for a PIN of 4–12 digits, typed twice', () => {
    expect(problemsOf('admin', filled, [])).toEqual({});
    expect(Object.keys(problemsOf('admin', { ...filled, adminPin: '12a4', adminPinAgain: '1234' }, []))).toEqual([
      'adminPin',
      'adminPinAgain',
    ]);
  });
  it('asks for a passphrase of 8 characters only where there is one', () => {
    expect(Object.keys(problemsOf('protection', { ...filled, passphrase: 'short' }, []))).toEqual(['passphrase', 'passphraseAgain']);
    expect(problemsOf('protection', { ...filled, protection: 'system' }, [])).toEqual({});
  });
  it('goes on only after the phrase was written down and every asked word filled in', () => {
    expect(Object.keys(problemsOf('phrase', filled, []))).toEqual(['written']);
    expect(Object.keys(problemsOf('answers', { ...filled, answers: { 2: '一' } }, [2, 7]))).toEqual(['answers.7']);
  });
  it('sends what the contract asks for', () => {
    const { unit, hall } = defaultSettings();
    const input = toInput({ ...unit, name: '某县信访局', districtCode: '110105' }, hall, {
      ...filled,
      passphrase: 'long enough',
      answers: { 2: '一' },
    });
    expect(SetupInput.safeParse(input).success).toBe(true);
  });
  it.each([
    ['unit.districtCode', 'unit', 'districtCode'],
    ['hall.desks.0.name', 'desks', 'desks.0.name'],
    ['hall.areas.0.name', 'places', 'areas.0.name'],
    ['admin.pin', 'admin', 'adminPin'],
    ['passphrase', 'protection', 'passphrase'],
    ['phraseAnswers.7', 'answers', 'answers.7'],
  ])('puts a sentence about %s on the step %s', (path, step, field) => {
    expect(placeOf(path)).toEqual({ step, field });
  });
});

describe('what is wrong with joining a hall', () => {
  it.each<[string, Record<string, string> | undefined, boolean]>([
    ['of the code stands beside it', { code: '口令不正确' }, false],
    ['of the passphrase stands beside it', { passphrase: '至少 8 位' }, false],
    ['of anything else is said below', { file: '文件已过期' }, true],
    ['of no field is said below', undefined, true],
  ])('%s', (_what, fields, said) => expect(withoutPlace(appError('refused', { fields }))).toBe(said));
});
