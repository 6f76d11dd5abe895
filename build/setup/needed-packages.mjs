/**
 * What the Electron runtime needs to start on Debian and Ubuntu, and what the tests look at the paper with.
 * 'a|b': Ubuntu 24.04 and Debian 13 renamed some libraries (64-bit time).
 */
export const FOR_START = [
  'libgtk-3-0t64|libgtk-3-0',
  'libnss3',
  'libasound2t64|libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0t64|libatk-bridge2.0-0',
  'fonts-noto-cjk',
];
export const FOR_XVFB = ['xvfb', 'xauth'];
export const FOR_TESTS = [
  'cups', // scheduler and lp, lpadmin, cupsdisable
  'printer-driver-cups-pdf', // a real queue whose paper is a PDF file
  'cups-ipp-utils', // ipptool: job states as the spooler itself says them
  'poppler-utils', // pdfinfo, pdftotext, pdftoppm
  'zbar-tools', // the codes are read from a picture of the page
  'strace', // the system-call trace of one save
  'chromium', // the storage host on the SQLite store, which the fallback runtime does not have
  'nsis', // makensis: the Windows installer's own script
  'nats-server', // the hub that desks sync through
];
/** Elsewhere than on Debian: how the same is got. Printed, never run. */
export const ELSEWHERE = [
  ['dnf', 'sudo dnf install gtk3 nss alsa-lib mesa-libgbm libXScrnSaver at-spi2-atk google-noto-sans-cjk-fonts xorg-x11-server-Xvfb'],
  ['pacman', 'sudo pacman -S --needed gtk3 nss alsa-lib mesa libxss at-spi2-core noto-fonts-cjk xorg-server-xvfb'],
  ['zypper', 'sudo zypper install gtk3 mozilla-nss alsa libgbm1 libXss1 at-spi2-atk noto-sans-sc-fonts xorg-x11-server-Xvfb'],
];
/** The same on those systems for the tests, as programs: looked for in PATH. */
export const TEST_PROGRAMS = ['lp', 'lpadmin', 'ipptool', 'pdfinfo', 'zbarimg', 'strace', 'chromium', 'makensis', 'nats-server'];
/** Their packages bring a service that starts by itself; only the program is wanted. */
export const UNWANTED_SERVICES = ['nats-server'];
