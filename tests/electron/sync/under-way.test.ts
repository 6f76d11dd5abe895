import { expect, it } from 'vitest';
import { UnderWay } from '../../../electron/sync/under-way';

function works() {
  const begun: number[] = [];
  const ends = new Map<number, { resolve(): void; reject(error: Error): void }>();
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<void>((resolve, reject) => void ends.set(n, { resolve, reject }));
  };
  return { begun, work, end: (n: number) => ends.get(n)?.resolve(), fail: (n: number) => ends.get(n)?.reject(new Error(`work ${n}`)) };
}

it('begins as many as may be under way, the next when the oldest is done', async () => {
  const { begun, work, end } = works();
  const some = new UnderWay(2);
  await some.begin(work(1));
  await some.begin(work(2));
  const third = some.begin(work(3));
  end(2);
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([1, 2]);
  end(1);
  await third;
  expect(begun).toEqual([1, 2, 3]);
  end(3);
  await some.all();
  expect(some.isEmpty).toBe(true);
});

it('begins none after one that failed, and says so at the end too', async () => {
  const { begun, work, end, fail } = works();
  const some = new UnderWay(2);
  await some.begin(work(1));
  await some.begin(work(2));
  fail(1);
  end(2);
  await expect(some.begin(work(3))).rejects.toThrow('work 1');
  await expect(some.all()).rejects.toThrow('work 1');
  expect(begun).toEqual([1, 2]);
});
