import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { NoticeHead } from '../../shared/contract/about';
import { refuse } from '../../shared/errors';
import { chromiumParts } from './chromium-notices';

/** What the build wrote beside the main process (build/notices/write-notices.mjs). */
const Shipped = z.object({
  expectedElectron: z.string(),
  packages: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })),
});
export type Shipped = z.infer<typeof Shipped>;

const LICENCE_OF_RUNTIME = ['LICENSE', 'LICENSE.electron.txt'];
const CHROMIUM = 'LICENSES.chromium.html';

/**
 * The words of every licence that came with the program. Read when they are asked for and not kept: the runtime's are nine
 * megabytes, and are looked at once in a program's life.
 */
export class Notices {
  constructor(
    private readonly distDir: string,
    private readonly runtimeDir = dirname(process.execPath),
    private readonly electron = process.versions.electron ?? '',
  ) {}

  async shipped(): Promise<Shipped> {
    return Shipped.parse(JSON.parse(await readFile(join(this.distDir, 'electron', 'notices.json'), 'utf8')));
  }

  async list(): Promise<NoticeHead[]> {
    const { packages } = await this.shipped();
    const heads: NoticeHead[] = packages.map(({ name, version, licence }, i) => ({ id: `p${i}`, name, version, licence, part: 'program' }));
    if (await this.ofElectron()) heads.push({ id: 'electron', name: 'Electron', version: this.electron, licence: 'MIT', part: 'runtime' });
    const parts = await this.ofChromium();
    return [...heads, ...parts.map(({ name }, i): NoticeHead => ({ id: `c${i}`, name, version: '', licence: '', part: 'runtime' }))];
  }

  /** @throws Refusal `not-found` */
  async text(id: string): Promise<string> {
    const at = Number(id.slice(1));
    const found =
      id === 'electron'
        ? await this.ofElectron()
        : id.startsWith('p')
          ? (await this.shipped()).packages[at]?.text
          : (await this.ofChromium())[at]?.text;
    return found || refuse('not-found', { message: '没有找到这一项的许可文本。请关闭后重新打开列表。' });
  }

  /** Ours as one text. */
  async programText(): Promise<string> {
    const { packages } = await this.shipped();
    const one = ({ name, version, licence, text }: Shipped['packages'][number]): string =>
      `${'='.repeat(72)}\n${name} ${version}\n${licence}\n${'-'.repeat(72)}\n${text}\n`;
    return packages.map(one).join('\n');
  }

  /** The runtime's own page, as it lies beside the program. @throws Refusal `not-found` */
  async runtimePage(): Promise<Buffer> {
    const missing = (): never => refuse('not-found', { message: '运行环境没有带许可文件，没有另存。请联系系统管理员核对安装。' });
    return readFile(join(this.runtimeDir, CHROMIUM)).catch(missing);
  }

  private async ofElectron(): Promise<string> {
    for (const name of LICENCE_OF_RUNTIME) {
      const text = await readFile(join(this.runtimeDir, name), 'utf8').catch(() => '');
      if (text) return text;
    }
    return '';
  }
  private async ofChromium(): Promise<ReturnType<typeof chromiumParts>> {
    return chromiumParts(await readFile(join(this.runtimeDir, CHROMIUM), 'utf8').catch(() => ''));
  }
}
