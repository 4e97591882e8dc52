import { existsSync } from 'node:fs';

/** Where a Chromium is on this machine: `CHROMIUM_PATH`, or where Debian puts it. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** No window, no network of its own, and no sandbox, which needs rights a container does not have. */
export const quietFlags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
