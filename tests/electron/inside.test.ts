import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileInside } from '../../electron/security/inside';

const LINUX = (pathname: string): string | null => fileInside('/opt/desk/renderer', pathname, path.posix);
const WINDOWS = (pathname: string): string | null => fileInside('C:\\desk\\renderer', pathname, path.win32);

describe('the file that an address of ours names', () => {
  it.each([
    ['/index.html', '/opt/desk/renderer/index.html', 'C:\\desk\\renderer\\index.html'],
    ['/assets/a%20b.js', '/opt/desk/renderer/assets/a b.js', 'C:\\desk\\renderer\\assets\\a b.js'],
    ['/assets/../index.html', '/opt/desk/renderer/index.html', 'C:\\desk\\renderer\\index.html'],
    // Two slashes are no server's name here.
    ['//server/share/x.html', '/opt/desk/renderer/server/share/x.html', 'C:\\desk\\renderer\\server\\share\\x.html'],
  ])('%s lies below the folder', (pathname, linux, windows) => {
    expect(LINUX(pathname)).toBe(linux);
    expect(WINDOWS(pathname)).toBe(windows);
  });

  it.each([
    ['/'],
    ['/../index.html'],
    ['/..%2f..%2f..%2fetc/passwd'],
    ['/%2e%2e/%2e%2e/etc/passwd'],
    ['/assets/..%2F..%2F..%2Frenderer-other/x.js'],
    ['/../renderer-other/x.js'],
    ['/..%5c..%5cWindows%5cwin.ini'],
    ['/%5c%5cserver%5cshare%5cx.html'],
    ['/c:%5cWindows%5cwin.ini'],
    ['/C:/Windows/win.ini'],
    ['/index.html::$DATA'],
    ['/index.html%00.js'],
    ['/index.html%0a'],
    ['/%E0%A4%A'],
  ])('%s names nothing', (pathname) => {
    expect(LINUX(pathname)).toBeNull();
    expect(WINDOWS(pathname)).toBeNull();
  });
});
