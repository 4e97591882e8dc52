import {
  fewestAnswers,
  type ScoreComparison,
  type ShareComparison,
  type SurveyFigures,
  type TakeoverId,
} from '@baton/contracts';
import { inTens } from '../statistics/in-tens.js';
import { mean, median } from '../statistics/median.js';
import { pairedChange } from '../statistics/paired-change.js';
import type { Person, Scores } from './scores.js';
import { shareOf } from './share.js';

/** One person’s two answers to one measure, complete since `at`. */
interface Pair<Answer> {
  readonly takeoverId: TakeoverId;
  readonly at: Date;
  readonly first: Answer;
  readonly then: Answer;
}

export type InSeason = (one: { readonly takeoverId: TakeoverId }) => boolean;
type Figures = Omit<SurveyFigures, 'waves'>;

/** What answers say of everybody in a season, in tens of people: never of one. */
export function compareScores(people: readonly Person[], isIn: InSeason): Figures {
  return {
    uclaAfter: compareUcla(people, 'after', isIn),
    uclaFourWeeks: compareUcla(people, 'fourWeeks', isIn),
    lonelyAfter: compareLonely(people, isIn),
    goodExperience: goodExperience(people, isIn),
  };
}

function compareUcla(
  people: readonly Person[],
  wave: 'after' | 'fourWeeks',
  isIn: InSeason,
): ScoreComparison {
  const all = pairsOf(people, { first: 'before', then: wave, read: ({ ucla }) => ucla });
  const counted = inTens(all, isIn);
  const answered = all.filter(isIn).length;
  if (counted.length < fewestAnswers) return { answered, ...nothingToSay };
  const [first, then] = [counted.map((pair) => pair.first), counted.map((pair) => pair.then)];
  return {
    answered,
    counted: counted.length,
    meanFirst: mean(first),
    meanThen: mean(then),
    medianFirst: median(first),
    medianThen: median(then),
    change: pairedChange(counted.map((pair) => [pair.first, pair.then] as const)),
  };
}

const nothingToSay = {
  counted: 0,
  meanFirst: null,
  meanThen: null,
  medianFirst: null,
  medianThen: null,
  change: null,
} as const;

const isLonely = (answer: Scores['direct']): boolean => answer === 'oftenOrAlways' || answer === 'someOfTheTime';

function compareLonely(people: readonly Person[], isIn: InSeason): ShareComparison {
  const all = pairsOf(people, { first: 'before', then: 'after', read: ({ direct }) => direct });
  const counted = inTens(all, isIn);
  const lonely = (when: 'first' | 'then') => counted.filter((pair) => isLonely(pair[when])).length;
  return {
    answered: all.filter(isIn).length,
    counted: counted.length,
    first: shareOf(lonely('first'), counted.length),
    then: shareOf(lonely('then'), counted.length),
  };
}

function goodExperience(people: readonly Person[], isIn: InSeason): Figures['goodExperience'] {
  const all = pairsOf(people, { first: 'after', then: 'after', read: ({ experience }) => experience });
  const counted = inTens(all, isIn);
  const good = counted.filter(({ then }) => then >= 4).length;
  return {
    answered: all.filter(isIn).length,
    counted: counted.length,
    share: shareOf(good, counted.length),
  };
}

/** Whoever answered both times, in the order in which they had: a later answer comes behind all that are there. */
function pairsOf<Answer>(
  people: readonly Person[],
  {
    first,
    then,
    read,
  }: {
    readonly first: 'before' | 'after';
    readonly then: 'after' | 'fourWeeks';
    readonly read: (scores: Scores) => Answer | null;
  },
): Pair<Answer>[] {
  const pairs = people.flatMap((person): Pair<Answer>[] => {
    const [one, other] = [person[first], person[then]];
    if (!one || !other) return [];
    const [before, after] = [read(one), read(other)];
    if (before === null || after === null) return [];
    const at = one.at > other.at ? one.at : other.at;
    return [{ takeoverId: person.takeoverId, at, first: before, then: after }];
  });
  return pairs.sort(
    (one, other) => one.at.getTime() - other.at.getTime() || one.takeoverId.localeCompare(other.takeoverId),
  );
}
