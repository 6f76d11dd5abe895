import { spawn } from 'node:child_process';

/**
 * Runs one of the system's printing tools: no shell (names of printers are arguments, never code), a
 * fixed locale (their output is parsed), a time limit, input by standard input so that a card's text
 * never becomes a readable file.
 */
export interface ToolRun {
  /** `missing`: not installed. `timeout`: killed after the limit, so what it did is not known. */
  end: 'exited' | 'timeout' | 'missing';
  code: number;
  stdout: string;
  stderr: string;
}

const MOST = 4 * 1024 * 1024;

export type RunTool = (
  file: string,
  args: readonly string[],
  options: { timeoutMs: number; input?: Uint8Array; env?: Record<string, string> },
) => Promise<ToolRun>;

export const runTool: RunTool = (file, args, { timeoutMs, input, env }) =>
  new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const child = spawn(file, args, { shell: false, windowsHide: true, env: { ...process.env, LC_ALL: 'C', LANG: 'C', ...env } });
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const finish = (end: ToolRun['end'], code: number) => {
      clearTimeout(timer);
      resolve({ end, code, stdout, stderr });
    };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (stdout.length < MOST) stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (stderr.length < MOST) stderr += chunk;
    });
    child.on('error', () => finish('missing', -1));
    child.on('close', (code) => finish(timedOut ? 'timeout' : 'exited', code ?? -1));
    // The tool may refuse and close its input before all is written; its exit code tells the story.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
