import { shieldMentions } from '@baton/checks';
import { type MadeUpMessage, MadeUpMessageName } from '@baton/contracts';

/** Baton wrote these. The names are no accounts' names: X lets none have a space. */
const words: Readonly<Record<MadeUpMessageName, { readonly from: string; readonly text: string }>> = {
  kind: {
    from: 'A made-up follower',
    text: 'Good morning! I nearly did not look in today, and then there you were talking about your plants. Thank you for the company.',
  },
  question: {
    from: 'Another made-up follower',
    text: 'May I ask something? Do you tell people at work when you are having a bad day, or do you just go quiet? I never know what to do.',
  },
  unkind: { from: 'A made-up bully', text: 'Nobody wants to read this, you stupid whiny idiot. Shut up.' },
};

/** The real shield decides which of them is set aside. */
const setAside = shieldMentions(
  MadeUpMessageName.options.map((message) => words[message]),
  { inLastHour: 0, mostAnHour: Number.POSITIVE_INFINITY },
);

interface Done {
  readonly answered: ReadonlySet<MadeUpMessageName>;
  readonly parked: ReadonlySet<MadeUpMessageName>;
}

/** The messages of a rehearsal, and what was done with each. */
export const madeUpMessages = ({ answered, parked }: Done): MadeUpMessage[] =>
  MadeUpMessageName.options.map((message, index) => ({
    ...{ message, ...words[message] },
    ...{ answered: answered.has(message), parked: parked.has(message) },
    setAside: setAside[index] ?? null,
  }));
