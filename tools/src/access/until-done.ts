import { waitFor } from '../story/wait-for.js';

export const patienceMs = 30_000;

/** Services hear of each other by and by: what is refused at first is tried again. */
export const untilDone = <Done>(what: string, attempt: () => Promise<Done>): Promise<Done> => {
  let last: unknown;
  return waitFor(what, patienceMs, async () => {
    try {
      return { done: await attempt() };
    } catch (refused) {
      last = refused;
      return undefined;
    }
  }).then(
    ({ done }) => done,
    (late: unknown) => {
      throw new Error(String(late), { cause: last });
    },
  );
};
