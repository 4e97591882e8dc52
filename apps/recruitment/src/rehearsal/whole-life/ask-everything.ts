import { type Caller, decideAccess, type Operation, operations } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Stage } from '../stage.js';
import type { Ids } from './whole-life.js';

export interface Answer {
  readonly operation: string;
  readonly caller: Caller;
  /** As it came over the bus. */
  readonly text: string;
}

const all = Object.entries<Operation>(operations.recruitment);
/** Ask for something without changing anything, though they are sent and not fetched. */
const looks = ['download-my-data', 'open-saved-form', 'view-nomination', 'preview-letter', 'export-records'];
const isLook = ([name, { method }]: (typeof all)[number]) => method === 'GET' || looks.includes(name);

/** What any operation may want to be told, beside the ids. Each takes what it knows. */
const more = {
  ...{ token: 'x'.repeat(43), letter: 'question', language: 'en', limit: 100 },
  pictureId: newId(),
};

/** Operations that could not be asked with any of this; the fewer, the better. */
export const notAsked = (ids: Ids): string[] =>
  all.filter((one) => isLook(one) && !inputFor(one[1], ids)).map(([name]) => name);

function inputFor({ input }: Operation, ids: object): object | undefined {
  const known = { ...ids, ...more };
  return [known, { ...known, cursor: null }].find((given) => input.safeParse(given).success);
}

/**
 * Every operation there is, asked by somebody about somebody else: all that change nothing, and all that they may not do, with
 * whatever they are told then.
 */
export async function askEverything(stage: Stage, caller: Caller, ids: Ids): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [name, operation] of all) {
    const isAllowed = decideAccess(operation.access, caller, ids.charityId) === 'allowed';
    if (isAllowed && !isLook([name, operation])) continue;
    const input = inputFor(operation, ids) ?? { ...ids, ...more };
    const answer = await stage.call(name as never, input as never, caller);
    answers.push({ operation: name, caller, text: JSON.stringify(answer) });
  }
  return answers;
}
