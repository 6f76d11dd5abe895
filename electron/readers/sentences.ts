import { DESK_WAIT_MS } from '../../shared/domain/reader';
import type { ReaderFaultKind } from './adapter';

const SECONDS = DESK_WAIT_MS / 1000;
const BY_HAND = '已填内容仍在，请手工输入';

/** What happened, what was kept, what to do. */
export function faultSentence(kind: ReaderFaultKind, port: number): string {
  switch (kind) {
    case 'off':
      return `本登记台没有启用读卡服务。${BY_HAND}；要用读卡器，请在「设置 · 读卡器」中设置。`;
    case 'busy':
      return '正在读卡，请等这一次结束。';
    case 'no-service':
      return `本机端口 ${port} 上没有读卡服务。${BY_HAND}；并请检查读卡服务是否启动、「设置 · 读卡器」的端口是否正确。`;
    case 'no-device':
      return `读卡服务没有找到读卡器。${BY_HAND}；并请检查读卡器的连线，再按 F3。`;
    case 'no-card':
      return `${SECONDS} 秒内没有读到证件。${BY_HAND}，或把证件放好再按 F3。`;
    case 'silent':
      return `读卡服务 ${SECONDS} 秒内没有回答。${BY_HAND}；并请检查读卡器和读卡服务。`;
    case 'unreadable':
      return `读卡服务的回答无法识别，没有采用。${BY_HAND}；端口 ${port} 也可能被其他软件占用，请核对「设置 · 读卡器」。`;
    case 'cancelled':
      return `已停止读卡。${BY_HAND}。`;
  }
}
