import { CheckRules, type PolicyRules, type Verdict } from '@baton/contracts';

export type Tally = Readonly<Record<Verdict, number>>;

export interface Concern {
  readonly about: 'nothingGoes' | 'nothingIsLookedAt';
  readonly words: string;
}

/** From this many posts on, what would have happened to them says something. */
const enough = 20;
/** A share of posts that a team cannot look at over a weekend. */
const mostOf = 0.9;

/** What somebody should know before they save a policy: that it lets nothing through by itself, or looks at nothing. */
export function concernsAbout(rules: PolicyRules, tally: Tally): Concern[] {
  return [...lettingNothingThrough(rules, tally), ...lookingAtNothing(rules)];
}

function lettingNothingThrough({ review }: PolicyRules, { allow, warn, hold, block }: Tally): Concern[] {
  const concern = (words: string): Concern[] => [{ about: 'nothingGoes', words }];
  const all = allow + warn + hold + block;
  const stopped = hold + block;
  if (review === 'every') {
    return concern(
      'No post would go out by itself: somebody of the team has to be there for the whole takeover, or it stays silent.',
    );
  }
  if (all < enough || stopped < all * mostOf) return [];
  return concern(
    `Of the last ${all} posts, ${stopped} would have been held or not taken. Curators would feel shut out, and somebody has to look at each.`,
  );
}

function lookingAtNothing(rules: PolicyRules): Concern[] {
  const looks = CheckRules.keyof().options.some(
    (check) => rules[check] === 'hold' || rules[check] === 'block',
  );
  if (looks || rules.review === 'every') return [];
  return [
    {
      about: 'nothingIsLookedAt',
      words:
        'Nothing would ever be looked at by a person before it goes out: no contact details, nothing that outs its writer, no words of a crisis.',
    },
  ];
}
