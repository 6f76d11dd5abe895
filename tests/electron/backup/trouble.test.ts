import { describe, expect, it } from 'vitest';
import { troubleOf } from '../../../electron/backup/trouble';

describe('what went wrong at a place', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'denied'],
    ['EACCES', 'denied'],
    ['EIO', 'gone'],
    ['ENOENT', 'gone'],
    ['ESTALE', 'gone'],
    ['EWHATEVER', 'failed'],
  ])('%s is %s', (code, trouble) => expect(troubleOf(Object.assign(new Error(code), { code }))).toBe(trouble));
});
