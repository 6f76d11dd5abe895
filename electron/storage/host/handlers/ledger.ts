import { v7 as uuid } from 'uuid';
import type { LedgerImport } from '../../../../shared/contract/ledger';
import { refuse } from '../../../../shared/errors';
import { decodeHlc } from '../../../../shared/rules/hlc';
import { type Host, writeAs } from '../host';
import { addLines, keyOfLine, linesOf } from '../ledger/add-lines';
import { eraseLines, papersOf } from '../ledger/erase-lines';
import { LedgerNumbers } from '../ledger/ledger-numbers';
import { firstKeys, lookUp } from '../ledger/look-up';
import { LedgerMemory } from '../ledger/memory';
import type { Opened } from '../tables';
import type { InternalHandlers, LiveHandlers } from './types';

/** Each time the desk wrote something in the hundredth of a second between. */
const TRIES = 100;

type Names = 'known' | 'begin' | 'add' | 'finish' | 'undo' | 'erase' | 'unfinished';
type Handlers = Pick<InternalHandlers, `internal.ledger.${Names}`>;

/**
 * The old ledger, batch by batch. An import that is not `done` is nothing: whoever began it, or the next start, takes
 * back what it wrote.
 */
export const ledgerHandlers: Handlers = {
  'internal.ledger.known': async (host, { records }) => {
    const keys = records.map((record) => keyOfLine(host, record));
    const there = (await anyImport(host)) ? await firstKeys(host, 'visits', 'importKey', keys) : new Map<string, string>();
    return keys.map((key) => there.has(key));
  },

  'internal.ledger.begin': (host, { fileName, lines, refused }, call) =>
    writeAs(host, call, async (draft) => {
      if ((await runningHere(host)).length > 0) refuse('refused', { message: '另一次导入还没有结束，请等它完成或撤销后再导入。' });
      const importId = uuid();
      const counts = { lines, imported: 0, duplicates: 0, refused };
      const staffId = call.actor.staffId ?? '';
      draft.audit(call.name, fileName, `${lines} 行`);
      draft.add('ledgerImports', importId, { at: draft.at, staffId, deskCode: host.deskCode, state: 'running', ...counts, fileName });
      return { importId };
    }),

  'internal.ledger.add': async (host, { importId, records }, call) => {
    const lines = linesOf(host, records);
    await LedgerNumbers.of(host, importId).load(records.map(({ date }) => date));
    for (let tries = 0; tries < TRIES; tries++) {
      // Looked up before the lock is taken: a registration at the desk waits for the writing alone.
      const memory = await LedgerMemory.of(host, importId);
      const known = memory ?? (await lookUp(host, lines));
      const added = await writeAs(host, call, async (draft) => {
        // Somebody registered meanwhile: what was looked up may be wrong by now.
        if (host.writer.state.position !== known.position) return null;
        const running = await mustBe(host, importId, 'running');
        const { rules } = await host.steady.settings();
        return addLines(host, draft, { importId, lines, known, staffId: running.staffId, rules });
      });
      if (added && added.imported > 0) memory?.wrote();
      if (added) return added;
    }
    return refuse('store-unavailable');
  },

  'internal.ledger.finish': (host, { importId, imported, duplicates }, call) => {
    LedgerMemory.forget(host);
    return writeAs(host, call, async (draft) => {
      const { fileName } = await mustBe(host, importId, 'running');
      draft.audit(call.name, fileName, `${imported} 条`);
      draft.put('ledgerImports', importId, { state: 'done', imported, duplicates });
      return null;
    });
  },

  'internal.ledger.undo': (host, { importId }, call) =>
    writeAs(host, call, async (draft) => {
      const { fileName, imported } = await mustBe(host, importId, 'done');
      const papers = await papersOf(host, importId);
      if (papers > 0) refuse('refused', { message: `这次导入中有 ${papers} 次来访已存入材料，不能撤销，没有改变。` });
      draft.audit(call.name, fileName, `${imported} 条`);
      draft.put('ledgerImports', importId, { state: 'running', deskCode: host.deskCode });
      return { visits: await host.db.rows('visits').where('importId').equals(importId).count() };
    }),

  'internal.ledger.erase': (host, { importId }, call) => {
    LedgerMemory.forget(host);
    return writeAs(host, call, async (draft) => {
      const { imported } = await mustBe(host, importId, 'running');
      const { erased, left } = await eraseLines(host, draft, importId);
      if (left) return { erased, left };
      // One that was finished once stays in the list as undone; of one that never was, nothing is left.
      if (imported > 0) draft.put('ledgerImports', importId, { state: 'undone' });
      else draft.erase('ledgerImports', importId);
      return { erased, left };
    });
  },

  'internal.ledger.unfinished': runningHere,
};

/** Of this desk: another one's is still at work, or takes back its own. Older rows name no desk; their clock does. */
async function runningHere({ db, deskCode }: Host): Promise<string[]> {
  const rows = await db.rows('ledgerImports').where('state').equals('running').toArray();
  return rows.filter((row) => (row.deskCode ?? deskOf(row.clock)) === deskCode).map(({ id }) => id);
}

export const ledgerLives: Pick<LiveHandlers, 'ledger.list'> = {
  'ledger.list': (host) =>
    host.db.reading(async () => {
      const imports = await host.reader.all('ledgerImports');
      const names = await host.reader.some(
        'staff',
        imports.map(({ staffId }) => staffId),
      );
      return imports
        .sort((a, b) => b.at - a.at)
        .map(
          ({ id, at, staffId, fileName, state, lines, imported, duplicates, refused }): LedgerImport => ({
            ...{ id, at, staffName: names.get(staffId)?.name ?? '', fileName, state, lines, imported, duplicates, refused },
          }),
        );
    }),
};

const deskOf = (clock: string): string => decodeHlc(clock).desk;
const anyImport = async ({ db }: Host): Promise<boolean> => (await db.rows('ledgerImports').where('state').equals('done').count()) > 0;

async function mustBe(host: Host, importId: string, state: 'running' | 'done'): Promise<Opened<'ledgerImports'>> {
  const row = (await host.reader.one('ledgerImports', importId)) ?? refuse('not-found');
  if (row.state !== state) refuse('conflict', { message: '这次导入的状态刚刚变了，没有改变。请重新查看导入记录。' });
  return row;
}
