import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RunningProgram } from './program';

/** 「打印」, 「导出」: the newest archived PDF (of a kind, as the list names it), saved where the dialog says. */
export async function exportNewest(app: RunningProgram['app'], page: Page, kind = ''): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'reception-card-')), 'card.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.getByRole('link', { name: '打印', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: kind, has: page.getByRole('button', { name: '导出', exact: true }) });
  await row.first().getByRole('button', { name: '导出', exact: true }).click();
  await expect.poll(() => readSafely(path).subarray(0, 5).toString()).toBe('%PDF-');
  return path;
}

function readSafely(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
