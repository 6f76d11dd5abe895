import type { UpdateFile } from '../../shared/domain/update';

/** A path as a shell takes it, whatever is in it. */
const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;

/** What somebody with the right to install types; empty where the program does it itself. */
export function installCommand({ form }: Pick<UpdateFile, 'form'>, path: string): string {
  if (form === 'deb') return `pkexec dpkg -i ${quoted(path)}`;
  if (form === 'folder') return `tar -xzf ${quoted(path)}`;
  return '';
}

/**
 * The installer is per machine, so Windows asks for an administrator's consent: it is started through PowerShell, since a plain start of a
 * program that wants more rights is refused by the system. The path stands in the environment: nothing of it is read as a command.
 */
export const windowsInstall = (path: string): { file: string; args: string[]; env: Record<string, string> } => ({
  file: 'powershell.exe',
  args: [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    "Start-Process -FilePath $env:JIEFANGTAI_SETUP -ArgumentList '/S','--updated','--force-run' -Verb RunAs",
  ],
  env: { JIEFANGTAI_SETUP: path },
});
