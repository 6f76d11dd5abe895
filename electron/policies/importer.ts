import { basename } from 'node:path';
import { POLICY_ROWS_SHOWN, type PolicyPreview } from '../../shared/contract/policies';
import type { PolicyAbout } from '../../shared/domain/policies';
import { refuse } from '../../shared/errors';
import { type SplitPolicy, splitPolicy } from '../../shared/rules/policy-articles';
import type { Store } from '../store';
import { readPolicyFile } from './read-policy-file';

const BEGINS = 60;
const NAME_AT_MOST = 100;

interface Parts {
  distDir: string;
  store(): Store;
}

/** One policy's file at a time: read, split, looked over by a person, stored as a whole. */
export class PolicyImporter {
  private opened: { fileName: string; split: SplitPolicy } | null = null;
  private reading = false;

  constructor(private readonly parts: Parts) {}

  async open(path: string): Promise<PolicyPreview> {
    if (this.reading) refuse('refused', { message: '上一个文件还在读取，请稍候。' });
    this.opened = null;
    this.reading = true;
    try {
      const { text, notes } = await readPolicyFile(this.parts.distDir, path);
      const split = splitPolicy(text);
      if (split.articles.length === 0) refuse('refused', { message: '文件里没有找到正文，没有导入。' });
      const fileName = basename(path);
      this.opened = { fileName, split: { ...split, findings: [...notes, ...split.findings] } };
      return previewOf(fileName, this.opened.split);
    } finally {
      this.reading = false;
    }
  }

  /** What was stored is let go; after a refusal the file stays open, to be tried again. */
  async store(about: PolicyAbout, retire: string[], staffId: string | null): Promise<{ policyId: string; articles: number }> {
    const { opened } = this;
    if (!opened) refuse('refused', { message: '没有打开的政策文件，请先选择文件。' });
    const articles = opened.split.articles.map(({ label, chapter, subject, words }) => ({ label, chapter, subject, words }));
    const { storage } = this.parts.store();
    const stored = await storage.internal('internal.policy.add', { about, articles, source: opened.fileName, retire }, staffId);
    if (this.opened === opened) this.opened = null;
    return stored;
  }

  close(): void {
    this.opened = null;
  }
}

function previewOf(fileName: string, { about, articles, numbered, findings }: SplitPolicy): PolicyPreview {
  const named = numbered ? articles.filter(({ number }) => number > 0) : articles;
  const title = about.title || fileName.replace(/\.[^.]+$/, '');
  return {
    fileName,
    about: { ...about, title: title.slice(0, NAME_AT_MOST) },
    numbered,
    articles: articles.length,
    characters: articles.reduce((sum, { words }) => sum + words.length, 0),
    first: named[0]?.label ?? '',
    last: named.at(-1)?.label ?? '',
    findings,
    rows: articles
      .slice(0, POLICY_ROWS_SHOWN)
      .map(({ label, chapter, words }) => ({ label, chapter, begins: words.slice(0, BEGINS).replaceAll('\n', ' '), length: words.length })),
  };
}
