import type { NoticeHead, RuntimeKind } from '../../shared/contract/about';

/** Every word of 关于 that its tab adds to the settings' own, and of 第三方声明. */
export const TEXTS = {
  version: '版本',
  versionOf: (version: string, packaged: boolean) => (packaged ? version : `${version}（从源代码启动）`),
  runtime: '运行环境',
  runtimeOf: (electron: string, chromium: string) => `Electron ${electron} · Chromium ${chromium}`,
  parts: '内部组件',
  partsOf: (node: string, v8: string) => `Node.js ${node} · V8 ${v8}`,
  system: '操作系统',
  licence: '许可',
  licenceOf: '专有软件，未经许可不得复制、分发',
  runtimes: {
    official: '',
    fallback: '现在用的是后备运行环境，仅供开发和测试，不能用于实际工作。正式安装包自带正式的运行环境。',
    other: '现在的运行环境不是这一版程序发布时所带的。请系统管理员重新安装程序。',
  } satisfies Record<RuntimeKind, string>,

  notices: '第三方声明',
  noticesTitle: '第三方声明',
  noticesWhy: '本程序使用了下列软件，谨此致谢。左侧选择，右侧为许可全文；均随程序安装，不需要网络。',
  list: '所用软件',
  text: '许可全文',
  empty: '没有找到声明文件，请系统管理员核对安装。',
  loading: '正在读取…',
  partNames: { program: '程序', runtime: '运行环境' } satisfies Record<NoticeHead['part'], string>,
  count: (program: number, runtime: number) => `程序 ${program} 项，运行环境 ${runtime} 项`,
  saveProgram: '另存程序声明',
  saveRuntime: '另存运行环境声明',
  saved: (fileName: string) => `已另存为 ${fileName}。`,

  diagnostics: '导出诊断信息',
  exported: (fileName: string) => `已导出为 ${fileName}，不含来访人和工作人员的任何信息，可以交给维护人员。`,
} as const;
