/**
 * The test flavour's marks: `flavour` in the package.json inside app.asar (by which the program decides), `-test` at the end
 * of the version (which 关于 shows), and a file beside the archive for people.
 */
export const TEST = 'test';
export const MARK_FILE = 'TEST-FLAVOUR.txt';
export const MARK_TEXT =
  '测试包：只用于检验打包与安装，不得发放、不得用于真实接访。\nTest flavour: for testing packaging only, never to be handed out.\n';
