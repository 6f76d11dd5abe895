/** What is odd about the hub or another desk, one sentence a subject: what happened, what was kept, what to do. */
export interface Finding {
  text: string;
  /** It makes the light say 与中心不一致 while it holds. */
  disagrees: boolean;
}

const minutes = (ms: number): string => {
  const whole = Math.round(Math.abs(ms) / 60_000);
  return whole < 120 ? `${whole} 分钟` : `${Math.round(whole / 60)} 小时`;
};

export const FINDINGS = {
  restoredHub: (): Finding => ({
    disagrees: true,
    text: '中心的数据比本机上次见到的旧，或换过一台中心。本机记录完好，正在从头核对并补发缺少的改动，无需操作。请联系系统管理员确认中心是否恢复过。',
  }),
  hubWhole: (): Finding => ({
    disagrees: false,
    text: '中心的数据曾恢复为较早的版本，已从头核对，本机缺的已收齐，中心缺的已补发，没有丢失。请系统管理员确认中心的备份。',
  }),
  /** @param wroteBefore it wrote before it could ask the hub, by numbers that its older self had given, too */
  newIncarnation: (wroteBefore: boolean): Finding => ({
    disagrees: false,
    text: `中心保存的本机改动比本机多，本机资料可能由备份恢复。中心的改动已先收回，此后的编号从新号段开始，不会重号。${
      wroteBefore ? '恢复后、连上中心前保存的内容都已保留，但其间发出的卡号可能与恢复前的相同，请逐张核对。' : ''
    }请系统管理员核对备份的时间。`,
  }),
  quarantined: (count: number): Finding => ({
    disagrees: true,
    text: `有 ${count} 件来自其他登记台的内容没有通过检查，已单独保存，没有采用，其余照常同步。请系统管理员在「同步」中查看原因。`,
  }),
  unreadable: (messages: number): Finding => ({
    disagrees: true,
    text: `中心有 ${messages} 条消息读不出来，可能是中心的磁盘损坏。各登记台的记录完好，缺的由写它的登记台补发，无需操作。请系统管理员检查中心的磁盘。`,
  }),
  gap: (desk: string): Finding => ({
    disagrees: true,
    text: `${desk} 号登记台的改动中间缺一段，后面的已收到并保存，等缺的一段到达后自动采用。请保持 ${desk} 号登记台开机联网，或用 U 盘导入它的数据包。`,
  }),
  missing: (desk: string): Finding => ({
    disagrees: true,
    text: `中心缺少 ${desk} 号登记台的一部分改动，本机有完整的一份，没有丢失。该台联网后会自动补发；它长时间不在，由本机代发。无需操作。`,
  }),
  revoked: (): Finding => ({
    disagrees: true,
    text: '本机已被停用，此后保存的内容其他登记台不再接收；已保存的记录仍在本机。请联系系统管理员。',
  }),
  tooLarge: (): Finding => ({
    disagrees: true,
    text: '本机有一次保存的内容太大，中心收不下，它和之后的改动都保存在本机等待发送。请用「导出到 U 盘」带到其他登记台，并请系统管理员调大中心的消息上限。',
  }),
  refusedAccess: (): Finding => ({
    disagrees: false,
    text: '中心不接受本机的凭据，登记照常，改动保存在本机等待发送。请联系系统管理员检查中心对本机的授权。',
  }),
  untrusted: (): Finding => ({
    disagrees: false,
    text: '中心的证书与加入时的不符，本机没有与它交换任何数据，登记照常。请联系系统管理员核对中心的地址和证书。',
  }),
  clock: (desk: string, aheadMs: number): Finding => ({
    disagrees: false,
    text: `${desk} 号登记台的电脑时间比本机${aheadMs > 0 ? '快' : '慢'}约 ${minutes(aheadMs)}。记录都已保存，没有丢失，但先后次序可能不准。请校准两台电脑的日期时间。`,
  }),
} as const;

/** What the hub, or its certificate, said; anything else is a network that is away. */
export function whyRefused(reason: string): Finding | null {
  if (/authorization|authentication|permission/i.test(reason)) return FINDINGS.refusedAccess();
  return /certificate|altname|self.signed|issuer/i.test(reason) ? FINDINGS.untrusted() : null;
}

/** Findings that hold now, by subject. */
export class Findings {
  private readonly held = new Map<string, Finding>();

  constructor(private readonly onChange: () => void) {}

  set(subject: string, finding: Finding | null): void {
    if (this.held.get(subject)?.text === finding?.text) return;
    if (finding) this.held.set(subject, finding);
    else this.held.delete(subject);
    this.onChange();
  }
  /** Of a kind that is said of several desks: these, and no others. */
  setAll(kind: string, findings: ReadonlyMap<string, Finding>): void {
    for (const subject of [...this.held.keys()]) {
      const [of, desk] = subject.split(':');
      if (of === kind && desk !== undefined && !findings.has(desk)) this.set(subject, null);
    }
    for (const [desk, finding] of findings) this.set(`${kind}:${desk}`, finding);
  }
  has(subject: string): boolean {
    return this.held.has(subject);
  }
  get disagrees(): boolean {
    return [...this.held.values()].some(({ disagrees }) => disagrees);
  }
  texts(): string[] {
    return [...this.held.values()].map(({ text }) => text);
  }
}
