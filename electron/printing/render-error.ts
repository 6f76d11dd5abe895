/** Why a page could not be made; the sentence stands in the job's note. */
export type RenderFailure = 'too-slow' | 'crashed' | 'no-page' | 'too-long' | 'closed';

const SENTENCES: Record<RenderFailure, string> = {
  'too-slow': '排版超过 10 秒没有完成，内容已保存。请点「重试」。',
  crashed: '排版程序意外停止，内容已保存。请点「重试」。',
  'no-page': '没有排出页面，内容已保存。请点「重试」；仍然如此，请联系系统管理员。',
  'too-long': '内容超过一页，内容已保存。请在设置中缩短须知后点「重试」。',
  closed: '程序正在关闭，内容已保存，下次启动后继续打印。',
};

export class RenderError extends Error {
  readonly sentence: string;
  constructor(
    readonly failure: RenderFailure,
    detail = '',
  ) {
    super(`render: ${failure}${detail && ` (${detail})`}`);
    this.name = 'RenderError';
    this.sentence = SENTENCES[failure];
  }
}
