import {
  type ApplicationState,
  accept,
  Facet,
  type InputOf,
  mayCurate,
  type viewVariety,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, applicationColumns } from '../applications/application-row.js';
import { ReadAnswers } from '../applications/read-answers.js';
import { decideVariety } from './decide-variety.js';
import { type FacetsAsked, facetsAsked } from './facets-asked.js';

const standing = `
  SELECT ${applicationColumns} FROM application
   WHERE charity_id = $1 AND state NOT IN ('declined', 'withdrawn', 'left') ORDER BY application_id`;

/** What one person chose to tell, and whether they curate. */
interface Teller {
  readonly state: ApplicationState;
  readonly said: ReadonlyMap<Facet, string>;
}

/** Counts what is sealed by opening it one by one, keeps nothing of it, and tells no small number. */
@Injectable()
export class ViewVariety implements Handles<typeof viewVariety> {
  constructor(
    private readonly database: Database,
    private readonly answers: ReadAnswers,
  ) {}

  async handle({ charityId }: InputOf<typeof viewVariety>) {
    return this.database.inCharity(charityId, async (tx) => {
      const asked = await facetsAsked(tx);
      const tellers = await this.tellers(tx, asked);
      const curators = tellers.filter(({ state }) => mayCurate(state));
      const applicants = tellers.filter(({ state }) => !mayCurate(state));
      const facets = Facet.options.flatMap((facet) => {
        const labels = labelsOf(facet, asked);
        if (labels.size === 0) return [];
        const counted = (people: readonly Teller[]) => countedBy(facet, labels, people);
        return [{ facet, applicants: counted(applicants), curators: counted(curators) }];
      });
      return accept({ facets });
    });
  }

  private async tellers(tx: Tx, asked: readonly FacetsAsked[]): Promise<Teller[]> {
    const byVersion = new Map(asked.map((one) => [`${one.callId} ${one.version}`, one]));
    const tellers: Teller[] = [];
    for (const application of await tx.query<Application>(standing, [tx.charityId])) {
      const { callId, callVersion, state } = application;
      const questions = byVersion.get(`${callId} ${callVersion}`)?.questions ?? new Map<Facet, never>();
      const answers = questions.size > 0 ? await this.answers.of(tx, application) : {};
      const given = new Map(Object.entries(answers));
      const said = [...questions].flatMap(([facet, { questionId }]) => {
        const answer = given.get(questionId);
        return typeof answer === 'string' ? [[facet, answer] as const] : [];
      });
      tellers.push({ state, said: new Map(said) });
    }
    return tellers;
  }
}

/** Every option there has been, in the newest words. */
const labelsOf = (facet: Facet, asked: readonly FacetsAsked[]): ReadonlyMap<string, string> =>
  new Map(
    asked.flatMap(({ questions }) =>
      (questions.get(facet)?.options ?? []).map(({ value, label }) => [value, label] as const),
    ),
  );

function countedBy(facet: Facet, labels: ReadonlyMap<string, string>, people: readonly Teller[]) {
  const options = [...labels.keys(), null];
  const groups = options.map((option) => ({
    option,
    people: people.filter(({ said }) => (said.get(facet) ?? null) === option).length,
  }));
  return decideVariety(groups).map((told) => ({
    ...told,
    label: told.option === null ? null : (labels.get(told.option) ?? null),
  }));
}
