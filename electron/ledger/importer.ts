import { basename } from 'node:path';
import type { LedgerPreview, LedgerState } from '../../shared/contract/ledger';
import { TABLE_LINES_SHOWN } from '../../shared/contract/table-preview';
import { refuse, SENTENCES } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import type { LedgerMapping } from '../../shared/rules/ledger-columns';
import type { HeadPlace } from '../../shared/rules/ledger-head';
import { dayOf } from '../../shared/rules/time';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { Store } from '../store';
import { LedgerReader } from './reader';
import { takeBack } from './take-back';
import type { Judgement } from './worker/messages';

/** A batch holds up a registration at the desk for as long as it takes: a fifth of a second. */
const LINES_A_WRITE = 300;
const LINES_A_LOOK = 2000;

export const NO_LEDGER: LedgerState = {
  phase: 'idle',
  fileName: '',
  done: 0,
  total: 0,
  imported: 0,
  duplicates: 0,
  refused: 0,
  message: '',
};
const BUSY: ReadonlySet<LedgerState['phase']> = new Set(['reading', 'importing', 'cancelling', 'undoing']);

interface Parts {
  distDir: string;
  store(): Store;
  now(): number;
}
interface Choice {
  sheet?: number;
  head?: HeadPlace;
  mapping?: LedgerMapping;
}

/**
 * One old ledger at a time, from the file to the visits. It belongs to the program, not to a screen: a locked screen or
 * another tab does not stop it, and whoever comes back sees how far it is.
 */
export class LedgerImporter {
  readonly state = new Observable<LedgerState>(NO_LEDGER);
  private reader: LedgerReader | null = null;
  private fileName = '';
  private judged: Judgement | null = null;
  private cancelled = false;

  constructor(private readonly parts: Parts) {}

  async open(path: string): Promise<LedgerPreview> {
    this.mustBeFree();
    this.let();
    this.fileName = basename(path);
    this.state.set({ ...NO_LEDGER, phase: 'reading', fileName: this.fileName });
    const reader = new LedgerReader(this.parts.distDir, (done) => {
      if (this.reader === reader) this.state.update({ done });
    });
    this.reader = reader;
    try {
      await reader.ask('open', { path });
      return await this.preview({});
    } catch (error) {
      if (this.reader === reader) this.close();
      throw error;
    }
  }

  async map(choice: Choice): Promise<LedgerPreview> {
    this.mustBeFree();
    if (!this.reader) refuse('refused', { message: '没有打开的台账文件，请先选择文件。' });
    try {
      return await this.preview(choice);
    } catch (error) {
      this.state.update({ phase: this.judged ? 'preview' : 'idle' });
      throw error;
    }
  }

  async refusals(): Promise<string> {
    return this.opened().ask('refusals', null);
  }

  /** Answers as soon as the import is under way. */
  async start(staffId: string | null): Promise<{ importId: string }> {
    this.mustBeFree();
    const reader = this.opened();
    const judged = this.judged ?? refuse('refused', { message: '请先查看预览，再开始导入。' });
    if (judged.missing.length > 0 || judged.good === 0)
      refuse('refused', { message: '没有可以导入的行，没有导入。请核对各列的对应关系。' });
    const { storage } = this.parts.store();
    const { lines, refused, good } = judged;
    this.cancelled = false;
    this.state.set({ ...NO_LEDGER, phase: 'importing', fileName: this.fileName, total: good, refused });
    try {
      const { importId } = await storage.internal('internal.ledger.begin', { fileName: this.fileName, lines, refused }, staffId);
      void this.run(reader, judged, importId, staffId);
      return { importId };
    } catch (error) {
      this.state.update({ phase: 'preview' });
      throw error;
    }
  }

  cancel(): void {
    const { phase } = this.state.get();
    if (phase === 'reading') this.close();
    else if (phase === 'importing') {
      this.cancelled = true;
      this.state.update({ phase: 'cancelling' });
    }
  }

  async undo(importId: string, staffId: string | null): Promise<void> {
    this.mustBeFree();
    const before = this.state.get();
    this.let();
    this.state.set({ ...NO_LEDGER, phase: 'undoing' });
    try {
      const { visits } = await this.parts.store().storage.internal('internal.ledger.undo', { importId }, staffId);
      this.state.update({ total: visits });
    } catch (error) {
      this.state.set(BUSY.has(before.phase) || before.phase === 'preview' ? NO_LEDGER : before);
      throw error;
    }
    void this.erase(importId, staffId, 'undone');
  }

  /** The file is let go; an import goes on. */
  close(): void {
    if (this.state.get().phase === 'reading' || !BUSY.has(this.state.get().phase)) {
      this.let();
      this.state.set(NO_LEDGER);
    }
  }

  private async preview(choice: Choice): Promise<LedgerPreview> {
    const reader = this.opened();
    const { storage } = this.parts.store();
    this.judged = null;
    this.state.update({ phase: 'reading' });
    const { fields } = await storage.internal('internal.settings', null);
    const judged = await reader.ask('judge', { ...choice, fields, today: dayOf(this.parts.now()) });
    const known: number[] = [];
    for (let from = 0; from < judged.good; from += LINES_A_LOOK) {
      const records = await reader.ask('records', { from, count: LINES_A_LOOK });
      this.state.update({ done: from, total: judged.good });
      const there = await storage.internal('internal.ledger.known', { records });
      known.push(...records.flatMap(({ line }, n) => (there[n] ? line : [])));
    }
    const first = known.sort((a, b) => a - b).slice(0, TABLE_LINES_SHOWN);
    const imported = await reader.ask('repeats', { found: first.map((line) => ({ line, sameAs: 0 })) });
    const repeats = [...judged.repeats, ...imported].sort((a, b) => a.line - b.line).slice(0, TABLE_LINES_SHOWN);
    if (this.reader !== reader) refuse('refused', { message: '已停止读取，没有导入。' });
    this.judged = judged;
    this.state.set({ ...NO_LEDGER, phase: 'preview', fileName: this.fileName, total: judged.lines, refused: judged.refused });
    return { ...judged, fileName: this.fileName, good: judged.good - known.length, duplicates: judged.duplicates + known.length, repeats };
  }

  private async run(reader: LedgerReader, judged: Judgement, importId: string, staffId: string | null): Promise<void> {
    const { storage, disk } = this.parts.store();
    const began = performance.now();
    let imported = 0;
    let duplicates = judged.duplicates;
    try {
      for (let from = 0; from < judged.good && !this.cancelled; from += LINES_A_WRITE) {
        if (disk.state === 'read-only') refuse('read-only');
        const records = await reader.ask('records', { from, count: LINES_A_WRITE });
        const part = await storage.internal('internal.ledger.add', { importId, records }, staffId);
        imported += part.imported;
        duplicates += part.duplicates;
        this.state.update({ done: from + records.length, imported, duplicates });
      }
      if (this.cancelled) return await this.erase(importId, staffId, 'cancelled');
      await storage.internal('internal.ledger.finish', { importId, imported, duplicates }, staffId);
      const ms = Math.round(performance.now() - began);
      log.info(`old ledger: ${imported} visits in ${ms} ms`);
      this.let();
      this.state.update({ phase: 'done', imported, duplicates });
    } catch (error) {
      log.error(`old ledger: ${describe(error)}`);
      await this.erase(importId, staffId, 'failed', error instanceof Refusal ? error.error.message : SENTENCES.internal);
    }
  }

  /** What cannot be taken back now is taken back by the next start, before anybody sees it. */
  private async erase(importId: string, staffId: string | null, then: 'cancelled' | 'undone' | 'failed', why = ''): Promise<void> {
    const { done, total } = this.state.get();
    const all = then === 'undone' ? total : done;
    this.state.update({ done: 0, total: all, phase: then === 'undone' ? 'undoing' : 'cancelling' });
    try {
      await takeBack(this.parts.store().storage, importId, staffId, (erased) => this.state.update({ done: Math.min(erased, all) }));
      this.let();
      this.state.update({ phase: then, message: why, imported: 0, done: 0, total: 0 });
    } catch (error) {
      log.error(`old ledger, taking back: ${describe(error)}`);
      this.let();
      const rest = '还没有全部撤回，下次启动程序时会先撤回，再打开登记台。';
      this.state.update({ phase: 'failed', message: `${why || '撤回时出现错误。'}${rest}`, imported: 0, done: 0, total: 0 });
    }
  }

  private opened(): LedgerReader {
    return this.reader ?? refuse('refused', { message: '没有打开的台账文件，请先选择文件。' });
  }
  private mustBeFree(): void {
    if (BUSY.has(this.state.get().phase)) refuse('refused', { message: '旧台账正在处理，请等它完成或先取消。' });
  }
  private let(): void {
    this.reader?.close();
    this.reader = null;
    this.judged = null;
  }
}
