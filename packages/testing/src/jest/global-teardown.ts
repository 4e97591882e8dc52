import { running } from './running.js';

/** After the last test file. */
export default async function globalTeardown(): Promise<void> {
  await running.end?.();
}
