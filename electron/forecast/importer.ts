import { basename } from 'node:path';
import type { ForecastPreview } from '../../shared/contract/forecast-import';
import { TABLE_LINES_SHOWN } from '../../shared/contract/table-preview';
import type { ForecastChannel } from '../../shared/domain/forecast';
import { refuse } from '../../shared/errors';
import type { ForecastMapping } from '../../shared/rules/forecast-columns';
import { LIST_BYTES_AT_MOST, listBytes } from '../../shared/rules/forecast-record';
import type { HeadPlace } from '../../shared/rules/ledger-head';
import { dayOf } from '../../shared/rules/time';
import { LedgerReader } from '../ledger/reader';
import type { ForecastJudgement } from '../ledger/worker/messages';
import { log } from '../log';
import type { Store } from '../store';

interface Parts {
  distDir: string;
  store(): Store;
  now(): number;
}
interface Choice {
  date: string;
  channel: ForecastChannel;
  sheet?: number;
  head?: HeadPlace;
  mapping?: ForecastMapping;
}

/** One list of a channel at a time, from the file to the items, read in the thread that reads old ledgers. */
export class ForecastImporter {
  private reader: LedgerReader | null = null;
  private fileName = '';
  private judged: ForecastJudgement | null = null;
  private channel: ForecastChannel = 'system';

  constructor(private readonly parts: Parts) {}

  open(path: string, choice: Choice): Promise<ForecastPreview> {
    return this.begin(basename(path), { path }, choice);
  }
  paste(text: string, choice: Choice): Promise<ForecastPreview> {
    return this.begin('粘贴的表格', { text }, choice);
  }

  async map(choice: Choice): Promise<ForecastPreview> {
    const reader = this.opened();
    const { storage } = this.parts.store();
    this.judged = null;
    this.channel = choice.channel;
    const [{ fields }, remembered] = await Promise.all([
      storage.internal('internal.settings', null),
      storage.internal('internal.forecast.mappings', null),
    ]);
    const now = this.parts.now();
    const judged = await reader.ask('list.judge', { ...choice, fields, remembered, today: dayOf(now), now });
    const records = await reader.ask('list.records', null);
    const there = await storage.internal('internal.forecast.known', {
      items: records.map(({ date, who, demand }) => ({ date, who, demand })),
    });
    const known = records.flatMap(({ line }, i) => (there[i] ? line : []));
    if (this.reader !== reader) refuse('refused', { message: '表格已关闭，没有导入。' });
    this.judged = judged;
    const shown = await reader.ask('list.cells', { lines: known.slice(0, TABLE_LINES_SHOWN) });
    const repeats = [...judged.repeats, ...shown.map(({ line, cells }) => ({ line, sameAs: 0, cells }))]
      .sort((a, b) => a.line - b.line)
      .slice(0, TABLE_LINES_SHOWN);
    return { ...judged, fileName: this.fileName, good: judged.good - known.length, duplicates: judged.duplicates + known.length, repeats };
  }

  /** All of it in one write, or nothing. */
  async run(requestId: string, staffId: string | null): Promise<{ imported: number; duplicates: number; refused: number }> {
    const reader = this.opened();
    const judged = this.judged ?? refuse('refused', { message: '请先查看预览，再导入。' });
    if (judged.good === 0) refuse('refused', { message: '没有可以导入的行，没有导入。请核对各列的对应关系。' });
    const records = await reader.ask('list.records', null);
    if (listBytes(records) > LIST_BYTES_AT_MOST)
      refuse('refused', {
        message: `${records.length.toLocaleString('en')} 行的内容一次存不下，没有导入。请分成几个文件，每个不超过一万行。`,
      });
    const began = performance.now();
    const { lines, refused, heads, mapping } = judged;
    const done = await this.parts
      .store()
      .storage.internal(
        'internal.forecast.import',
        { fileName: this.fileName, heads, mapping, channel: this.channel, records, lines, refused, repeats: judged.duplicates },
        staffId,
        requestId,
      );
    log.info(`forecast list: ${done.imported} items in ${Math.round(performance.now() - began)} ms`);
    this.close();
    return { ...done, refused };
  }

  close(): void {
    this.reader?.close();
    this.reader = null;
    this.judged = null;
  }

  private async begin(fileName: string, input: { path: string } | { text: string }, choice: Choice): Promise<ForecastPreview> {
    this.close();
    this.fileName = fileName;
    const reader = new LedgerReader(this.parts.distDir, () => {});
    this.reader = reader;
    try {
      await reader.ask('list.open', input);
      return await this.map(choice);
    } catch (error) {
      if (this.reader === reader) this.close();
      throw error;
    }
  }

  private opened(): LedgerReader {
    return this.reader ?? refuse('refused', { message: '没有打开的表格，请先选择文件或粘贴。' });
  }
}
