import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPolicy } from '../../electron/policies/read/open-policy';
import { docxOf } from '../../electron/reports/docx';
import type { SheetModel } from '../../shared/documents/sheet';

const folder = mkdtempSync(join(tmpdir(), 'reception-docx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MODEL: SheetModel = {
  ...{ title: '接访情况专报', unitName: '示范县信访局', number: '〔2026〕第3期', date: '2026年11月23日', demo: false },
  blocks: [
    { block: 'table', rows: [['报送对象', '领导小组']] },
    { block: 'heading', text: '一、来访基本情况' },
    { block: 'text', text: '共接待来访 2 批 10 人次。' },
    { block: 'part', title: '附件：来访人名单' },
    { block: 'grid', head: ['排队号', '姓名'], widths: [30, 70], rows: [['A001', '李**\n王**']] },
    { block: 'sign', labels: ['填报人'] },
  ],
};
async function textOf(model: SheetModel): Promise<string> {
  const path = join(folder, `${Math.random()}.docx`);
  writeFileSync(path, docxOf(model));
  return (await openPolicy(path)).text;
}

describe('a paper as a Word document', () => {
  it('holds every word of it, in its order, tables row by row', async () => {
    const text = await textOf(MODEL);
    const order = [
      '示范县信访局',
      '接访情况专报',
      '〔2026〕第3期',
      '报送对象',
      '领导小组',
      '一、来访',
      '2 批 10 人次',
      '附件：来访人名单',
      '排队号',
      'A001',
      '李**',
      '填报人',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is a whole zip file, the same bytes for the same paper', () => {
    const path = join(folder, 'whole.docx');
    writeFileSync(path, docxOf(MODEL));
    const listed = execFileSync('python3', ['-c', CHECK, path], { encoding: 'utf8' });
    expect(listed.trim().split('\n')).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        '_rels/.rels',
        'word/document.xml',
        'word/styles.xml',
        'word/settings.xml',
        'word/footer1.xml',
      ]),
    );
    expect(docxOf(MODEL).equals(docxOf(MODEL))).toBe(true);
  });

  it('says on every page what it is, and that a demonstration is none of the real ones', () => {
    expect(footOf(MODEL)).toBe('接访情况专报　〔2026〕第3期　第 1 页，共 1 页');
    expect(footOf({ ...MODEL, number: '', demo: true })).toBe('【演示】　接访情况专报　第 1 页，共 1 页');
  });

  it('takes what was typed as words, never as markup, and leaves out what no document may hold', async () => {
    const evil = '</w:t><w:p/>&amp; "引号" \u0000\u0007 <script>';
    expect(await textOf({ ...MODEL, blocks: [{ block: 'text', text: evil }] })).toContain('</w:t><w:p/>&amp; "引号"  <script>');
  });
});

function footOf(model: SheetModel): string {
  const path = join(folder, 'foot.docx');
  writeFileSync(path, docxOf(model));
  return execFileSync('unzip', ['-p', path, 'word/footer1.xml'], { encoding: 'utf8' })
    .replace(/<w:instrText.*?<\/w:instrText>/g, '')
    .replace(/<[^>]*>/g, '');
}

/** Every part is checked against its sum and parsed as XML by readers that are not ours. */
const CHECK = `
import sys, zipfile, xml.dom.minidom
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for n in z.namelist():
    xml.dom.minidom.parseString(z.read(n))
    print(n)
`;
