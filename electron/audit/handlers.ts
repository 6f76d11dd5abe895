import type { AuditCursor, AuditFilter, AuditPage } from '../../shared/domain/audit';
import { Refusal, type Result } from '../../shared/result';
import { stampOf } from '../../shared/rules/time';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import type { Actor } from '../storage/protocol';
import { chooseTable, saveTable } from '../tables/save-table';

const NAME = '审计记录';
const COLUMNS = ['时间', '人员', '登记台', '操作', '对象', '次数'];
/** What a workbook still opens; a longer period is exported in parts. */
const LINES_AT_MOST = 50_000;
const PAGE = 500;

export function auditHandlers(program: Program): Pick<MainHandlers, 'audit.verify' | 'audit.export'> {
  const { screen, session, chain } = program;
  const storage = () => program.store().storage;
  const audit = (action: string, target: string, detail: string, staffId: string | null): Promise<null> =>
    storage().internal('internal.audit', { action, target, detail }, staffId);
  return {
    'audit.verify': async (_input, { staffId }) => {
      const result = await chain.run();
      await audit('audit.verify', '', result.phase === 'whole' ? '完整' : '有问题', staffId);
      return result;
    },
    'audit.export': async (filter, actor) => {
      const path = await chooseTable(screen.browserWindow, NAME);
      if (!path) return { saved: false, fileName: '', rows: 0 };
      stillHere(session, actor.staffId);
      const rows = await lines(filter, actor);
      const saved = await saveTable(path, NAME, { columns: COLUMNS, rows });
      await audit('audit.export', saved.fileName, `${saved.rows} 行`, actor.staffId);
      return saved;
    },
  };

  async function lines(filter: AuditFilter, actor: Actor): Promise<string[][]> {
    const rows: string[][] = [];
    for (let after: AuditCursor | null = null; ; ) {
      const page: Result<AuditPage> = await storage().request('audit.search', { ...filter, after, limit: PAGE }, actor, '');
      if (!page.ok) throw new Refusal(page.error);
      for (const { at, staffName, deskCode, action, target, count } of page.value.entries)
        rows.push([stampOf(at), staffName, deskCode, action, target, String(count)]);
      after = page.value.next;
      if (!after || rows.length >= LINES_AT_MOST) return rows;
    }
  }
}
