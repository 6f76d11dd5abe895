import type { AboutProgram } from '../contract/about';
import type { SystemHealth } from '../contract/session';
import type { BackupState } from '../domain/backup';
import type { PrinterView } from '../domain/printing';
import type { SyncView } from '../domain/sync';
import { LINK_NAMES } from './sync-words';
import { stampOf } from './time';

export interface DiagnosticFacts {
  now: number;
  program: AboutProgram;
  deskCode: string;
  demo: boolean;
  health: SystemHealth;
  machine: { memoryMb: number; cpus: number; uptimeMinutes: number; zone: string };
  backup: Pick<BackupState, 'phase' | 'lastGoodAt'>;
  sync: Pick<SyncView, 'link' | 'waiting' | 'desks'>;
  printers: readonly Pick<PrinterView, 'state'>[];
  /** Rows of each table. */
  counts: Readonly<Record<string, number>>;
  log: readonly string[];
}

/**
 * 诊断信息 as text: how the program is, for who looks after it. Names nobody and nothing that somebody named: no unit, no
 * staff, no printer, no computer, no folder. What the log says was redacted before it comes here.
 */
export function diagnosticsText(facts: DiagnosticFacts): string {
  const { now, program, health, machine, backup, sync } = facts;
  const sections: [string, readonly (readonly [string, string | number])[]][] = [
    [
      '程序',
      [
        ['版本', program.version],
        ['安装方式', program.packaged ? '安装包' : '源代码'],
        ['Electron', `${program.electron}（${program.runtime}，应为 ${program.expectedElectron}）`],
        ['Chromium', program.chromium],
        ['Node.js', program.node],
        ['登记台', `${facts.deskCode}${facts.demo ? '（演示）' : ''}`],
      ],
    ],
    [
      '系统',
      [
        ['系统', program.system],
        ['处理器', machine.cpus],
        ['内存 MB', machine.memoryMb],
        ['程序已运行分钟', machine.uptimeMinutes],
        ['时区', machine.zone],
      ],
    ],
    [
      '数据',
      [
        ['数据库存储', health.store],
        ['密钥保护', health.keyProvider],
        ['磁盘状态', `${health.disk}，剩余 ${(health.freeBytes / 1024 ** 3).toFixed(1)} GB`],
        ['记录链', health.chain],
        ['自检发现', `${health.findings.length} 项`],
        ['备份', `${backup.phase}，最近完好 ${backup.lastGoodAt === null ? '无' : stampOf(backup.lastGoodAt)}`],
      ],
    ],
    [
      '同步',
      [
        ['状态', LINK_NAMES[sync.link]],
        ['待发送', sync.waiting],
        ...sync.desks.map(({ code, online, revoked }) => [`登记台 ${code}`, revoked ? '已停用' : online ? '在线' : '不在线'] as const),
      ],
    ],
    ['打印机', facts.printers.map(({ state }, i) => [`打印机 ${i + 1}`, state] as const)],
    ['记录数', Object.entries(facts.counts)],
  ];
  const text = sections.map(([title, lines]) => `【${title}】\n${lines.map(([name, value]) => `${name}：${value}`).join('\n')}`);
  return `接访台诊断信息 ${stampOf(now)}\n不含来访人和工作人员的任何信息。\n\n${text.join('\n\n')}\n\n【日志】\n${facts.log.join('\n')}\n`;
}
