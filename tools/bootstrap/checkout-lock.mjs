import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './paths.mjs';

/**
 * Installing and building take turns between everything that runs from this checkout. The lock is a file with the process
 * id of its holder, made exclusively; a holder that is no longer alive holds nothing.
 */
export async function withCheckoutLock(work, folder = `${checkout}/.baton`) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/build.lock`;
  let told = false;
  while (!take(file)) {
    if (!told) console.log('  … waiting: another Baton is installing or building in this checkout');
    told = true;
    await pause(250);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderIsAlive(file)) rmSync(file, { force: true });
    return false;
  }
}

function holderIsAlive(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')) || -1, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
