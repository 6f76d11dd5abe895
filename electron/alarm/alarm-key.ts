import { globalShortcut } from 'electron';
import { log } from '../log';

export const ALARM_KEY_TAKEN =
  '全局快捷键 F9 被别的程序占用：接访台在前台时 F9 仍然有效，切到别的程序时无效。请关闭占用 F9 的程序后重新启动。';

/**
 * F9 while another program is in front. The desk's own window hears the key by itself where the system does not hand it
 * here. @returns false when another program holds the key
 */
export function listenForAlarmKey(pressed: () => void): boolean {
  try {
    return globalShortcut.register('F9', pressed);
  } catch (error) {
    log.error(`global key: ${String(error)}`);
    return false;
  }
}

export const releaseAlarmKey = (): void => globalShortcut.unregister('F9');
