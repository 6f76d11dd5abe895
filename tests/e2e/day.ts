import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { readDocx } from '../../electron/policies/read/docx';
import { register, registrationOf } from '../faults/visits';
import { CHECKER } from './program';
import { beginTalk } from './talk';

/** What happened in a hall on a day, by the same requests as the screens send. */
export interface Day {
  visitIds: string[];
  interviewId: string;
  incidentId: string;
}

/** Two visits, one of them talked with and promised something, and an incident that was counted and lifted. */
export async function aDay(page: Page, from = 82_000): Promise<Day> {
  const visitIds: string[] = [];
  for (let n = 0; n < 2; n++) {
    const group = n === 1 ? { kind: 'collective' as const, heads: 6, others: 5, othersAreaId: 'rest' } : {};
    const saved = await register(page, { ...registrationOf(from + n * 7), areaId: 'waiting', ...group }, CHECKER.pin);
    if ('refused' in saved) throw new Error(saved.refused);
    visitIds.push(saved.visitId);
  }
  const interviewId = await beginTalk(page, visitIds[0] ?? '', 'room-1');
  const incidentId = await page.evaluate(async (id) => {
    const ask = window.reception.request;
    for (const field of ['demand', 'occasion', 'channels', 'expectation'] as const) {
      const filled = await ask('interview.focus', {
        id,
        field,
        entry: { text: field === 'demand' ? '补发差额' : '', unstated: field !== 'demand' },
      });
      if (!filled.ok) throw new Error(JSON.stringify(filled.error));
    }
    const ended = await ask('interview.end', { requestId: crypto.randomUUID(), id, disposal: { result: 'verify', department: '社保科' } });
    if (!ended.ok) throw new Error(JSON.stringify(ended.error));
    const raised = await ask('alarm.raise', {});
    if (!raised.ok) throw new Error(JSON.stringify(raised.error));
    const sent = await ask('alarm.confirm', { id: raised.value.id, code: 'E08' });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    for (const entry of [
      { kind: 'people', count: 12 },
      { kind: 'controlled', text: '' },
      { kind: 'lifted', reason: '人员离开' },
    ] as const) {
      const added = await ask('incident.add', { requestId: crypto.randomUUID(), id: raised.value.id, entry });
      if (!added.ok) throw new Error(JSON.stringify(added.error));
    }
    return raised.value.id;
  }, interviewId);
  expect(incidentId).not.toBe('');
  return { visitIds, interviewId, incidentId };
}

/** Everybody has left: their cards are back. */
export async function returnCards(page: Page, visitIds: readonly string[]): Promise<void> {
  for (const id of visitIds) {
    const returned = await page.evaluate(async (visitId) => {
      const visit = await window.reception.request('visit.get', { id: visitId });
      if (!visit.ok) return visit.error.code;
      const done = await window.reception.request('visit.act', { id: visitId, from: visit.value.state, act: { act: 'return' } });
      return done.ok ? '' : done.error.message;
    }, id);
    expect(returned).toBe('');
  }
}

/** The words of a Word document, as our own reader of other people's reads them. */
export async function wordText(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    return (await readDocx(file, (await file.stat()).size)).text;
  } finally {
    await file.close();
  }
}

/** The words of a PDF, page by page with a form feed between. */
export const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

/** To a screen, and its keys are pressed once its acts are there. */
export async function goTo(page: Page, keys: string, act: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('button', { name: act, exact: true })).toBeVisible();
}
