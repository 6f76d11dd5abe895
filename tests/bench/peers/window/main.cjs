// A hidden window, as the storage host's is, with one candidate's page and nothing else.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const { PEERS_PROFILE, PEERS_PAGE, PEERS_NODE } = process.env;
// RxDB's NATS replication imports `nats` 2.x, which opens TCP sockets: its page, in this bench only, may require Node's modules.
const node = PEERS_NODE === '1';

app.setPath('userData', PEERS_PROFILE);
app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    // `webSecurity: false`: no CORS question before each request, which is to a peer's favour.
    webPreferences: { nodeIntegration: node, contextIsolation: !node, sandbox: !node, webSecurity: false, backgroundThrottling: false },
  });
  window.loadFile(join(__dirname, '..', 'dist', `${PEERS_PAGE}.html`));
});
app.on('window-all-closed', () => app.quit());
