import { SIGNED_HOW_NAMES, type SigningInput } from '../../../../shared/domain/interview';
import { refuse } from '../../../../shared/errors';
import { type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { interviewFor } from '../interviews/of-interview';
import type { Fields, Opened } from '../tables';
import type { RequestHandlers } from './types';

/** Signing an ended record. Its last line says how; after it nothing but amendments is added. */
export const interviewSignHandlers: Pick<RequestHandlers, 'interview.sign' | 'interview.signature'> = {
  'interview.sign': async (host, { id, signing }, call) => {
    await interviewFor(host, id, call);
    await writeAs(host, call, async (draft) => {
      const interview = (await host.reader.one('interviews', id)) ?? refuse('not-found');
      if (interview.state !== 'ended') refuse('refused', { message: '接谈结束、选好处理结果后才能签名，什么也没有改变。' });
      if (interview.signed !== '') refuse('conflict', { message: '这份记录已经签署，什么也没有改变；要更正请用「补正」。' });
      if (signing.how === 'paper') await mustBePaperOf(host, interview, signing.attachmentId);
      await addNotes(host, draft, interview, [{ kind: 'event', text: lineOf(signing), staffId: call.actor.staffId ?? '' }]);
      draft.put('interviews', id, { signed: signing.how, signedAt: draft.at, signing: storedOf(signing) }, interview.keyId);
      return {};
    });
    return {};
  },

  'interview.signature': async (host, { id }, call) => {
    const { signing } = await interviewFor(host, id, call);
    return { image: signing?.image || refuse('not-found', { message: '这份记录没有屏幕签名。' }) };
  },
};

async function mustBePaperOf({ reader }: Host, { visitId }: Opened<'interviews'>, attachmentId: string): Promise<void> {
  const paper = await reader.one('attachments', attachmentId);
  if (!paper || paper.visitId !== visitId || paper.voidReason !== '')
    refuse('refused', { message: '没有找到这份扫描件，尚未保存。', fields: { 'signing.attachmentId': '请选择签过名的扫描件' } });
}

function lineOf(signing: SigningInput): string {
  const read = signing.readBack ? '记录已向来访人宣读' : '来访人已阅看记录';
  if (signing.how === 'refused') return `${read}；来访人拒绝签名：${signing.reason}。见证人 ${signing.witness}。`;
  return `${read}；来访人${SIGNED_HOW_NAMES[signing.how]}。`;
}

function storedOf(signing: SigningInput): NonNullable<Fields<'interviews'>['signing']> {
  const none = { image: '', attachmentId: '', reason: '', witness: '', readBack: signing.readBack };
  switch (signing.how) {
    case 'screen':
      return { ...none, image: signing.image };
    case 'paper':
      return { ...none, attachmentId: signing.attachmentId };
    case 'refused':
      return { ...none, reason: signing.reason, witness: signing.witness };
  }
}
