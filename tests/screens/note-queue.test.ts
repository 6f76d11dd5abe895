import { describe, expect, it } from 'vitest';
import { BeforeEnd } from '../../renderer/interview/record/before-end';
import { type Line, NoteQueue, rejoined, type Written } from '../../renderer/interview/record/note-queue';
import { appError } from '../../shared/errors';
import { fail, ok, type Result } from '../../shared/result';

const line = (text: string, kind: Line['kind'] = 'visitor', elapsed = 1000): Line => ({ kind, text, elapsed });

/** A program that answers when told to. */
function queue() {
  const sent: { line: Written; answer(result: Result<unknown>): void }[] = [];
  const back: Line[] = [];
  const lines = new NoteQueue(
    (written) => new Promise((answer) => sent.push({ line: written, answer })),
    () => {},
    (_error, refused) => back.push(...refused),
  );
  return { sent, back, lines };
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('lines on their way into the record', () => {
  it('are gone one by one, each when it is in the record', async () => {
    const { sent, lines } = queue();
    lines.add(line('一'));
    lines.add(line('二'));
    expect(sent.map((each) => each.line.text)).toEqual(['一']);
    sent[0]?.answer(ok({}));
    await settle();
    expect(lines.waiting.map(({ text }) => text)).toEqual(['二']);
    sent[1]?.answer(ok({}));
    expect(await lines.settled()).toBeNull();
    expect(lines.waiting).toEqual([]);
  });

  it('come back whole when one is refused: with their moments and who spoke', async () => {
    const { sent, back, lines } = queue();
    lines.add(line('一', 'lead', 5000));
    lines.add(line('二', 'visitor', 9000));
    const settled = lines.settled();
    sent[0]?.answer(fail(appError('malformed')));
    expect((await settled)?.code).toBe('malformed');
    expect(back.map(({ kind, text, elapsed }) => [kind, text, elapsed])).toEqual([
      ['lead', '一', 5000],
      ['visitor', '二', 9000],
    ]);
    expect(lines.waiting).toEqual([]);
    lines.add(line('三'));
    expect(sent.at(-1)?.line.text, 'the next one goes on').toBe('三');
  });

  it('of an earlier start keep their ids', () => {
    const { sent, lines } = queue();
    lines.restore([{ ...line('一'), requestId: 'the same' }]);
    expect(sent[0]?.line.requestId).toBe('the same');
  });
});

describe('lines that stand in the field again', () => {
  it.each<[string, Line[], Line | null]>([
    ['none', [], null],
    ['one', [line('一', 'lead', 5000)], line('一', 'lead', 5000)],
    ['of one speaker', [line('一', 'lead', 5000), line('二', 'lead', 9000)], line('一\n二', 'lead', 5000)],
    ['of two', [line('一', 'lead', 5000), line('二', 'visitor', 9000)], line('一\n来访人：二', 'lead', 5000)],
  ])('%s', (_, lines, expected) => {
    expect(rejoined(lines)).toEqual(expected);
  });
});

describe('before a talk ends', () => {
  it('everything is written, and the first that is not says why', async () => {
    const before = new BeforeEnd();
    expect(await before.settle()).toBeNull();
    const done: string[] = [];
    before.add(async () => {
      done.push('the line');
      return appError('malformed');
    });
    const leave = before.add(async () => {
      done.push('a point');
      return null;
    });
    expect((await before.settle())?.code).toBe('malformed');
    expect(done).toEqual(['the line', 'a point']);
    leave();
    await before.settle();
    expect(done).toHaveLength(3);
  });
});
