import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefingFacts, DayVisit } from '../../../shared/rules/briefing-facts';
import { type DayTimes, dayReport, dayTimes } from '../../../shared/rules/day-report';

const TIMES: DayTimes = { waits: [10, 20], talks: [30], backfilled: 0, printFailures: 0, workday: true };
const visit = (n: number, over: Partial<DayVisit> = {}): DayVisit => ({
  ...{ id: `v${n}`, matterId: `m${n}`, number: '', queueNumber: `A${n}`, collective: false, heads: 1, field: '民政', purpose: '咨询' },
  ...{ summary: '', place: '', secret: false, repeated: false, visitCount: 1, people: [], personIds: [], state: '已交还' },
  ...over,
});
const facts = (visits: DayVisit[]): BriefingFacts => ({
  ...{ date: '2026-11-23', visits, chosen: new Set(), talks: [], promises: [], incidents: [], forecasts: [], repeatMarkFrom: 4 },
});

describe('日报', () => {
  it('adds up: each table that divides the day has all of its 批次 and 人次', () => {
    const any = fc.array(
      fc.record({
        ...{ collective: fc.boolean(), heads: fc.integer({ min: 1, max: 60 }), repeated: fc.boolean() },
        ...{ field: fc.constantFrom('民政', '教育', '城乡建设'), purpose: fc.constantFrom('咨询', '申诉求决') },
      }),
    );
    fc.assert(
      fc.property(any, (all) => {
        const { tables } = dayReport(facts(all.map((over, n) => visit(n, over))), TIMES);
        const heads = all.reduce((sum, each) => sum + each.heads, 0);
        const sum = (rows: readonly { visits: number; heads: number }[]) => [
          rows.reduce((total, row) => total + row.visits, 0),
          rows.reduce((total, row) => total + row.heads, 0),
        ];
        const [total, structure, ...others] = tables;
        expect(sum(total?.rows ?? [])).toEqual([all.length, heads]);
        expect(sum((structure?.rows ?? []).slice(0, 2))).toEqual([all.length, heads]);
        expect(sum((structure?.rows ?? []).slice(2))).toEqual([all.length, heads]);
        for (const { rows } of others) expect(sum(rows)).toEqual([all.length, heads]);
      }),
    );
  });

  it('says how long it took, and what there was not', () => {
    const { lines } = dayReport(facts([visit(1)]), TIMES);
    const of = (label: string) => lines.find((line) => line.label === label)?.text;
    expect(of('平均等候')).toBe('15 分钟（2 批）');
    expect(of('平均接谈')).toBe('30 分钟（1 批）');
    expect(of('突发事件')).toBe('无');
  });

  it('the first talk ends the waiting, a paper card tells of none, a talk that goes on has no length', () => {
    const at = (minute: number) => Date.UTC(2026, 10, 23, 1, minute);
    const visits = [
      { id: 'a', registeredAt: at(0), enteredAt: null },
      { id: 'b', registeredAt: at(5), enteredAt: at(50) },
      { id: 'c', registeredAt: at(9), enteredAt: null },
    ];
    const talks = [
      { visitId: 'a', startedAt: at(10), endedAt: at(30) },
      { visitId: 'b', startedAt: at(20), endedAt: at(25) },
      { visitId: 'a', startedAt: at(40), endedAt: null },
    ];
    expect(dayTimes(visits, talks)).toEqual({ waits: [10], talks: [20, 5], backfilled: 1 });
  });

  it('of a rest day says so', () => {
    expect(JSON.stringify(dayReport(facts([]), { ...TIMES, workday: false }).lines)).toContain('非工作日');
    expect(JSON.stringify(dayReport(facts([]), TIMES).lines)).not.toContain('非工作日');
  });
});
