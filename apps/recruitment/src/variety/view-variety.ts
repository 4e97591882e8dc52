import {
  type ApplicationState,
  accept,
  Facet,
  type InputOf,
  mayCurate,
  type viewVariety,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { Answers } from '../applications/decide-answers.js';
import { sealedFor } from '../identity/identity-vault.js';
import { type Asked, peopleAsked, peopleNotAsked } from './count-people.js';
import { decideVariety } from './decide-variety.js';
import { type FacetsAsked, facetsAsked } from './facets-asked.js';

type Group = 'applicants' | 'curators';
const setOf = (state: ApplicationState): Group => (mayCurate(state) ? 'curators' : 'applicants');

/** How many people of each set gave an answer; what is in nobody’s is `null`. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(set: Group, facet: Facet, option: string | null, people = 1): void {
    const key = JSON.stringify([set, facet, option]);
    this.counts.set(key, (this.counts.get(key) ?? 0) + people);
  }

  of(set: Group, facet: Facet, option: string | null): number {
    return this.counts.get(JSON.stringify([set, facet, option])) ?? 0;
  }
}

/** Counts what is sealed by opening some at a time, keeps nothing of it, and tells no small number. */
@Injectable()
export class ViewVariety implements Handles<typeof viewVariety> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({ charityId }: InputOf<typeof viewVariety>) {
    return this.database.inCharity(charityId, async (tx) => {
      const asked = (await facetsAsked(tx)).filter(({ questions }) => questions.size > 0);
      const tally = asked.length > 0 ? await this.count(tx, asked) : new Tally();
      const facets = Facet.options.flatMap((facet) => {
        const labels = labelsOf(facet, asked);
        if (labels.size === 0) return [];
        const told = (set: Group) => toldOf({ set, facet, labels, tally });
        return [{ facet, applicants: told('applicants'), curators: told('curators') }];
      });
      return accept({ facets });
    });
  }

  private async count(tx: Tx, asked: readonly FacetsAsked[]): Promise<Tally> {
    const byVersion = new Map(asked.map((one) => [`${one.callId} ${one.version}`, one.questions]));
    const tally = new Tally();
    for await (const people of peopleAsked(tx, asked)) {
      const answers = await this.answersOf(tx, people);
      for (const [at, { callId, callVersion, state }] of people.entries()) {
        const questions = byVersion.get(`${callId} ${callVersion}`);
        const given = new Map(Object.entries(answers[at] ?? {}));
        for (const facet of Facet.options) {
          const answer = given.get(questions?.get(facet)?.questionId ?? '');
          tally.add(setOf(state), facet, typeof answer === 'string' ? answer : null);
        }
      }
    }
    for (const { state, people } of await peopleNotAsked(tx, asked))
      for (const facet of Facet.options) tally.add(setOf(state), facet, null, people);
    return tally;
  }

  /** In the order of the people; their keys are read at once. */
  private async answersOf(tx: Tx, people: readonly Asked[]): Promise<Answers[]> {
    const sealed = people.flatMap(({ applicationId, answersSealed }) =>
      answersSealed ? [{ owner: sealedFor(applicationId), sealed: answersSealed }] : [],
    );
    const opened = (await this.vault.openAll(tx, 'answers', sealed)).values();
    return people.map(({ answersSealed }) => (answersSealed ? JSON.parse(opened.next().value ?? '{}') : {}));
  }
}

/** Every option there has been, in the newest words. */
const labelsOf = (facet: Facet, asked: readonly FacetsAsked[]): ReadonlyMap<string, string> =>
  new Map(
    asked.flatMap(({ questions }) =>
      (questions.get(facet)?.options ?? []).map(({ value, label }) => [value, label] as const),
    ),
  );

interface ToTell {
  readonly set: Group;
  readonly facet: Facet;
  readonly labels: ReadonlyMap<string, string>;
  readonly tally: Tally;
}

function toldOf({ set, facet, labels, tally }: ToTell) {
  const groups = [...labels.keys(), null].map((option) => ({ option, people: tally.of(set, facet, option) }));
  return decideVariety(groups).map((told) => ({
    ...told,
    label: told.option === null ? null : (labels.get(told.option) ?? null),
  }));
}
