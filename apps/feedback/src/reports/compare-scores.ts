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
  readonly later: Answer;
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
  const all = pairsOf(people, { first: 'before', later: wave, read: ({ ucla }) => ucla });
  const counted = inTens(all, isIn);
  const answered = all.filter(isIn).length;
  if (counted.length < fewestAnswers) return { answered, ...nothingToSay };
  const [first, later] = [counted.map((pair) => pair.first), counted.map((pair) => pair.later)];
  return {
    answered,
    counted: counted.length,
    meanFirst: mean(first),
    meanLater: mean(later),
    medianFirst: median(first),
    medianLater: median(later),
    change: pairedChange(counted.map((pair) => [pair.first, pair.later] as const)),
  };
}

const nothingToSay = {
  counted: 0,
  meanFirst: null,
  meanLater: null,
  medianFirst: null,
  medianLater: null,
  change: null,
} as const;

const isLonely = (answer: Scores['direct']): boolean =>
  answer === 'oftenOrAlways' || answer === 'someOfTheTime';

function compareLonely(people: readonly Person[], isIn: InSeason): ShareComparison {
  const all = pairsOf(people, { first: 'before', later: 'after', read: ({ direct }) => direct });
  const counted = inTens(all, isIn);
  const lonely = (when: 'first' | 'later') => counted.filter((pair) => isLonely(pair[when])).length;
  return {
    answered: all.filter(isIn).length,
    counted: counted.length,
    first: shareOf(lonely('first'), counted.length),
    later: shareOf(lonely('later'), counted.length),
  };
}

function goodExperience(people: readonly Person[], isIn: InSeason): Figures['goodExperience'] {
  const all = pairsOf(people, { first: 'after', later: 'after', read: ({ experience }) => experience });
  const counted = inTens(all, isIn);
  const good = counted.filter(({ later }) => later >= 4).length;
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
    later,
    read,
  }: {
    readonly first: 'before' | 'after';
    readonly later: 'after' | 'fourWeeks';
    readonly read: (scores: Scores) => Answer | null;
  },
): Pair<Answer>[] {
  const pairs = people.flatMap((person): Pair<Answer>[] => {
    const [one, other] = [person[first], person[later]];
    if (!one || !other) return [];
    const [before, after] = [read(one), read(other)];
    if (before === null || after === null) return [];
    const at = new Date(Math.max(one.at.getTime(), other.at.getTime()));
    return [{ takeoverId: person.takeoverId, at, first: before, later: after }];
  });
  return pairs.sort(
    (one, other) => one.at.getTime() - other.at.getTime() || one.takeoverId.localeCompare(other.takeoverId),
  );
}
