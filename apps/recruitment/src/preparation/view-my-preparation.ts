import {
  accept,
  type InputOf,
  mayCurate,
  type OutputOf,
  type PreparationStep,
  type Requirements,
  type ResultOf,
  refuse,
  type viewMyPreparation,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { type Done, listed, stillRequired } from './decide-ready.js';
import { requirementsOf } from './requirements.js';
import { stepWords } from './step-words.js';
import { whatIsDone } from './what-is-done.js';

type Answer = OutputOf<typeof viewMyPreparation>;

@Injectable()
export class ViewMyPreparation implements Handles<typeof viewMyPreparation> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof viewMyPreparation>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewMyPreparation>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curator = await findByCurator(tx, curatorOf(caller));
      if (!curator) return refuse('notFound');
      return accept(present(curator, await requirementsOf(tx), await whatIsDone(tx, curator)));
    });
  }
}

function present(curator: Application, requirements: Requirements, done: Done): Answer {
  const { state, stateSince } = curator;
  const isReady = mayCurate(state);
  return {
    state,
    readySince: isReady ? stateSince.toISOString() : null,
    steps: stepsOf(requirements, done),
    next: isReady
      ? 'You are ready. Choose a weekend, or rest until you feel like it.'
      : nextOf(requirements, done),
  };
}

const stepsOf = (requirements: Requirements, done: Done): PreparationStep[] =>
  listed(requirements).map((item) => ({
    item,
    requirement: requirements[item] === 'required' ? 'required' : 'offered',
    doneAt: done[item]?.toISOString() ?? null,
    words: stepWords[item],
  }));

function nextOf(requirements: Requirements, done: Done): string {
  const [first] = stillRequired(requirements, done);
  return first
    ? stepWords[first]
    : 'Your consent to post has ended. Please give it again, and you are ready.';
}
