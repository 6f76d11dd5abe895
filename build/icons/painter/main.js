/**
 * Runs in Electron: paints icon.svg at each size that it is asked for and writes the PNG files. Plain CommonJS, unbundled.
 * ICON_SVG, ICON_FOLDER, ICON_SIZES: where from, where to, and the edge lengths in pixels.
 */
const { app, BrowserWindow } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const { ICON_SVG, ICON_FOLDER, ICON_SIZES } = process.env;
const svg = fs.readFileSync(ICON_SVG, 'base64');

app.setPath('userData', path.join(ICON_FOLDER, '.painter'));
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<title>icon</title>');
  for (const size of ICON_SIZES.split(',').map(Number)) {
    const png = await window.webContents.executeJavaScript(`(async () => {
      const image = new Image();
      image.src = 'data:image/svg+xml;base64,${svg}';
      await image.decode();
      const canvas = new OffscreenCanvas(${size}, ${size});
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    })()`);
    fs.writeFileSync(path.join(ICON_FOLDER, `${size}x${size}.png`), Buffer.from(png, 'base64'));
  }
  app.exit(0);
});
