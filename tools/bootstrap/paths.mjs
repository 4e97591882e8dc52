import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of this checkout, without a slash at the end. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Logs of what the bootstrap runs. */
export function logFolder() {
  const folder = `${checkout}/.baton/logs`;
  mkdirSync(folder, { recursive: true });
  return folder;
}
