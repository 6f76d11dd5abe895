import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseVoice, mandarinVoices, type SpokenCall, spokenNumber, spokenRoom, spokenText } from '../../../shared/rules/spoken-call';
import { onPicture, onSpoken, onTest, SILENT, type SpokenQueue } from '../../../shared/rules/spoken-queue';

describe('the words of a call', () => {
  it.each([
    ['A003', 'A 零 零 三'],
    ['B111', 'B 一 一 一'],
    ['a012', 'A 零 一 二'],
    ['Ａ０４７', 'A 零 四 七'],
    ['C 908', 'C 九 零 八'],
  ])('%s is read %s', (number, words) => {
    expect(spokenNumber(number)).toBe(words);
  });
  it.each([
    ['第一接访室', '第一接访室'],
    ['接访室3', '接访室3'],
    ['2楼12室', '2楼12室'],
    ['305室', '三 零 五室'],
    ['Ｂ１０１', 'B一 零 一'],
  ])('the room %s is read %s', (room, words) => {
    expect(spokenRoom(room)).toBe(words);
  });
  it('says where to, also when the room is gone from the settings', () => {
    expect(spokenText({ queueNumber: 'A003', roomName: '第一接访室' })).toBe('请 A 零 零 三 号，到第一接访室');
    expect(spokenText({ queueNumber: 'A003', roomName: '' })).toBe('请 A 零 零 三 号，到登记台');
  });
  it('never says more than number and room, whatever else a call carries', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{2,4}$/), (nameMasked) => {
        const call = { queueNumber: 'A001', roomName: '', nameMasked };
        expect(spokenText(call)).toBe('请 A 零 零 一 号，到登记台');
      }),
    );
  });
});

describe('the voice', () => {
  const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService });
  const HUIHUI = voice('Microsoft Huihui', 'zh-CN');
  const ALL = [
    voice('Zira', 'en-US'),
    voice('Sin-ji', 'zh-HK'),
    voice('Mei-Jia', 'zh-TW'),
    voice('Mandarin', 'cmn'),
    HUIHUI,
    voice('Cloud', 'zh-CN', false),
  ];

  it('is Mandarin of this machine: no Cantonese, no Taiwanese accent, none from the network', () => {
    expect(mandarinVoices(ALL).map(({ name }) => name)).toEqual(['Mandarin', 'Microsoft Huihui']);
  });
  it('is the one that was chosen, or the first when it is gone', () => {
    expect(chooseVoice(ALL, 'Microsoft Huihui')).toBe(HUIHUI);
    expect(chooseVoice(ALL, 'Yaoyao')?.name).toBe('Mandarin');
    expect(chooseVoice([voice('eSpeak', 'zh_CN')], '')?.name).toBe('eSpeak');
  });
  it('is none where the system has none', () => {
    expect(chooseVoice([voice('Zira', 'en-US')], '')).toBeNull();
    expect(chooseVoice([], 'Huihui')).toBeNull();
  });
});

const T = Date.UTC(2026, 10, 23, 1, 0, 0);
const call = (queueNumber: string, at = 0, calls = 1): SpokenCall => ({ queueNumber, roomName: '第一接访室', calledAt: T + at, calls });
const said = (queue: SpokenQueue): string[] => [queue.speaking, ...queue.waiting].flatMap((one) => (one ? [one.queueNumber] : []));

describe('the queue of spoken calls', () => {
  it('says one after the other, in the order of calling', () => {
    let queue = onPicture(SILENT, [], T);
    queue = onPicture(queue, [call('A002', 2), call('A001', 1)], T + 5);
    expect([queue.speaking?.queueNumber, queue.waiting.map((one) => one.queueNumber)]).toEqual(['A001', ['A002']]);
    queue = onSpoken(queue);
    expect([queue.speaking?.queueNumber, queue.waiting]).toEqual(['A002', []]);
    expect(onSpoken(queue).speaking).toBeNull();
  });
  it('says a recall again, and the same picture never', () => {
    let queue = onSpoken(onPicture(SILENT, [call('A001')], T));
    queue = onPicture(queue, [call('A001')], T + 1000);
    expect(said(queue)).toEqual([]);
    expect(said(onPicture(queue, [call('A001', 2000, 2)], T + 2000))).toEqual(['A001']);
  });
  it('does not say twice what was recalled while it waited', () => {
    let queue = onPicture(onPicture(SILENT, [], T), [call('A001', 1), call('A002', 2)], T + 5);
    queue = onPicture(queue, [call('A001', 1), call('A002', 900, 2)], T + 900);
    expect(said(queue)).toEqual(['A001', 'A002']);
  });
  it('leaves out what was taken back before its turn', () => {
    const queue = onPicture(onPicture(SILENT, [], T), [call('A001', 1), call('A002', 2)], T + 5);
    expect(said(onPicture(queue, [call('A001', 1)], T + 10))).toEqual(['A001']);
  });
  it('is silent about the morning’s calls when the window comes up at noon', () => {
    expect(said(onPicture(SILENT, [call('A001', -60_000), call('A002', -5000)], T))).toEqual(['A002']);
  });
  it('gives a test its turn', () => {
    const queue = onPicture(onPicture(SILENT, [], T), [call('A001', 1)], T + 5);
    expect(said(onTest(queue, call('A000', 6)))).toEqual(['A001', 'A000']);
  });

  /** What can happen: a call, a recall, somebody goes in, the voice comes to its end. */
  const steps = fc.array(fc.record({ what: fc.constantFrom('call', 'in', 'end'), who: fc.integer({ min: 1, max: 5 }) }), { maxLength: 60 });
  it('says every call that still stands at its turn exactly once, never two at a time', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let queue = onPicture(SILENT, [], T);
        const standing = new Map<number, SpokenCall>();
        const begun: string[] = [];
        const called: string[] = [];
        let speaking: SpokenCall | null = null;
        const look = (): void => {
          if (queue.speaking === speaking) return;
          if (queue.speaking) begun.push(`${queue.speaking.queueNumber} ${queue.speaking.calls}`);
          speaking = queue.speaking;
        };
        all.forEach(({ what, who }, n) => {
          if (what === 'end') queue = onSpoken(queue);
          else {
            if (what === 'in') standing.delete(who);
            else {
              const next = call(`A00${who}`, n, n + 1);
              standing.set(who, next);
              called.push(`${next.queueNumber} ${next.calls}`);
            }
            queue = onPicture(queue, [...standing.values()], T + n);
          }
          look();
        });
        for (let n = 0; queue.speaking && n < 100; n++) {
          queue = onSpoken(queue);
          look();
        }
        expect(queue.speaking).toBeNull();
        expect(new Set(begun).size).toBe(begun.length);
        for (const one of begun) expect(called).toContain(one);
        for (const { queueNumber, calls } of standing.values()) expect(begun).toContain(`${queueNumber} ${calls}`);
      }),
    );
  });
});
