import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './paths.mjs';

/**
 * Installing and building take turns between everything that runs from this checkout. A turn is a file with a number and the
 * process id of its holder in it. The file with the highest number is the turn that counts; a holder that has emptied it, or
 * is no longer alive, holds nothing, and the next turn may be taken.
 *
 * Why numbers: with one file, a process that found a dead holder could remove the file of one who came in meanwhile. Here
 * nobody removes a turn that counts. Taking turn n + 1 is one atomic step only one can make, and whoever made it late, after
 * higher turns had come and lower ones were cleared away, sees the higher turn and steps back.
 */
export async function withCheckoutLock(work, folder = `${checkout}/.baton`) {
  const turns = `${folder}/turns`;
  mkdirSync(turns, { recursive: true });
  let told = false;
  let turn = take(turns);
  while (turn === undefined) {
    if (!told) console.log('  … waiting: another Baton is installing or building in this checkout');
    told = true;
    await pause(250);
    turn = take(turns);
  }
  try {
    return await work();
  } finally {
    writeFileSync(`${turns}/${turn}`, '');
  }
}

/** The number of the turn taken, or undefined when it is somebody else's turn. */
function take(turns) {
  const last = highest(turns);
  if (isHeld(`${turns}/${last}`)) return undefined;
  const mine = last + 1;
  if (!make(`${turns}/${mine}`)) return undefined;
  if (highest(turns) > mine) {
    rmSync(`${turns}/${mine}`, { force: true });
    return undefined;
  }
  for (const lower of numbers(turns).filter((number) => number < mine))
    rmSync(`${turns}/${lower}`, { force: true });
  return mine;
}

/** Makes the file with our process id already in it, or nothing if it exists. */
function make(turn) {
  const draft = `${turn}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, turn);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}

function isHeld(turn) {
  try {
    const holder = Number(readFileSync(turn, 'utf8'));
    return holder > 0 && process.kill(holder, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const numbers = (turns) =>
  readdirSync(turns)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const highest = (turns) => Math.max(0, ...numbers(turns));
