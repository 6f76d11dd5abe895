import { GROUP_NAMES, type Group } from '../domain/emergency';
import { stampOf, timeOf } from '../rules/time';

/** 《工作组消息签收单》: what was told to whom, who took it, and room for a signature where nobody has yet. */
export interface MessagesModel {
  title: string;
  unitName: string;
  /** `YYYY-MM-DD HH:mm:ss` */
  madeAt: string;
  madeBy: string;
  /** Of an incident; empty for a day's. */
  incidentNumber: string;
  drill: boolean;
  demo: boolean;
  messages: readonly PaperMessage[];
}
export interface PaperMessage {
  /** `MM-DD HH:mm` */
  at: string;
  sender: string;
  text: string;
  groups: readonly { name: string; person: string; at: string }[];
}

interface Told {
  at: number;
  senderName: string;
  text: string;
  groups: readonly { group: Group; acknowledged: { at: number; person: string } | null }[];
}

/** @param messages newest first, as a screen has them; paper is read from the top: oldest first */
export function buildMessages(
  messages: readonly Told[],
  about: Pick<MessagesModel, 'unitName' | 'madeBy' | 'incidentNumber' | 'drill' | 'demo'> & { at: number },
): MessagesModel {
  const { at, ...rest } = about;
  return Object.freeze({
    title: '工作组消息签收单',
    ...rest,
    madeAt: stampOf(at),
    messages: [...messages].reverse().map((message) => ({
      at: stampOf(message.at).slice(5, 16),
      sender: message.senderName,
      text: message.text,
      groups: message.groups.map(({ group, acknowledged }) => ({
        name: GROUP_NAMES[group],
        person: acknowledged?.person ?? '',
        at: acknowledged ? timeOf(acknowledged.at) : '',
      })),
    })),
  });
}
