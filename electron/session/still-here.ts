import { refuse } from '../../shared/errors';
import type { Session } from './session';

/** A dialog of the system may stand open for minutes: whoever asked must still be the one who sits here. @throws Refusal */
export function stillHere(session: Session, staffId: string | null): void {
  if (session.staff?.id !== staffId) refuse('signed-out', { message: '选择文件时换了人员，什么也没有改变。请登录后再操作。' });
  if (session.locked) refuse('locked', { message: '选择文件时屏幕已锁定，什么也没有改变。请解锁后再操作。' });
}
