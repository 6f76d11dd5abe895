/**
 * The launcher for the fallback runtime, which comes without Electron's own default_app.asar: it makes
 * `electron [-r module] [switches] path/to/app [arguments]` work, which is all that the start command and
 * Playwright's _electron.launch need. Plain CommonJS: it runs unbundled inside the runtime.
 */
const { app } = require('electron');
const Module = require('node:module');
const fs = require('node:fs');
const path = require('node:path');

const preload = [];
let target = null;
const args = process.argv.slice(1);
while (args.length > 0 && target === null) {
  const arg = args.shift();
  if (arg === '-v' || arg === '--version') print(`v${process.versions.electron}`);
  else if (arg === '-r' || arg === '--require') preload.push(args.shift());
  else if (!arg.startsWith('-')) target = path.resolve(arg);
}
if (target === null) {
  console.error('usage: electron [-r module] [switches] path/to/app [arguments]');
  process.exit(2);
}
if (preload.length > 0) Module._preloadModules(preload);

// As Electron's own launcher does: the app must find itself as if it had been started by name.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
Module._load(entryOf(target), Module, true);

function entryOf(folder) {
  const file = path.join(folder, 'package.json');
  if (!fs.existsSync(file)) return folder;
  const facts = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (facts.version) app.setVersion(facts.version);
  app.setName(facts.productName || facts.name || 'Electron');
  if (facts.desktopName) app.setDesktopName(facts.desktopName);
  app.setAppPath(folder);
  return path.resolve(folder, facts.main || 'index.js');
}

function print(text) {
  console.log(text);
  process.exit(0);
}
