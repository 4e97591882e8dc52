/** Somebody with words that nobody else has, so that wherever they turn up it can be told whose they are. */
export interface Canary {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** What else would tell who they are. */
  readonly alsoTells: string;
}

const somebody = (first: string, last: string, digits: string): Canary => ({
  name: `${first} ${last}`,
  email: `${first}.${last}@canary.example`.toLowerCase(),
  phone: `07700 ${digits}`,
  alsoTells: `${last}’s bakery`,
});

/** Is suggested, applies, is asked, curates, has a buddy. */
export const ada = somebody('Adelheid', 'Zwetschgenbaum', '900473');
/** Curated before her, and is her buddy. */
export const cleo = somebody('Cleopatra', 'Quillfeather', '900474');
/** Is told no. */
export const dora = somebody('Dorothea', 'Himmelblau', '900475');
/** Is told “not now”, and takes everything back. */
export const ed = somebody('Edelgard', 'Nachtigall', '900476');
/** Their form is set aside. */
export const bob = somebody('Bartholomew', 'Fuchsberger', '900477');
/** Is suggested, and says no. */
export const nele = somebody('Nele', 'Quittenbaum', '900478');
/** Saves a form and never sends it. */
export const sam = somebody('Samantha', 'Rapunzelbach', '900479');

export const everybody = { ada, cleo, dora, ed, bob, nele, sam } as const;
export type Who = keyof typeof everybody;

/** What was typed freely, by whom or about whom. */
export interface Words {
  readonly of: Who;
  readonly text: string;
  /** Who of the team or the curators may read it besides its writer; the rest of the world may not. */
  readonly readBy: 'team' | 'cleo' | 'nobody';
  /** Where the team mails it to. */
  readonly mailedTo?: Who;
}

export const words = {
  aboutAda: { of: 'ada', text: 'My relapse began on the night bus from Penistone.', readBy: 'team' },
  answerOfAda: { of: 'ada', text: 'Because of seven hedgehogs.', readBy: 'team' },
  adaByPage: { of: 'ada', text: 'The hedgehogs are asleep in spring.', readBy: 'team' },
  adaByMail: { of: 'ada', text: 'One hedgehog woke on Tuesday.', readBy: 'team' },
  adaToCleo: { of: 'ada', text: 'My legs are jelly and marmalade.', readBy: 'cleo' },
  aboutCleo: { of: 'cleo', text: 'I was a lighthouse keeper with optic neuritis.', readBy: 'team' },
  aboutDora: { of: 'dora', text: 'My infusion is on every second Monday.', readBy: 'team' },
  aboutEd: { of: 'ed', text: 'I dance the tango on crutches.', readBy: 'team' },
  aboutBob: { of: 'bob', text: 'My ataxia sells no pills.', readBy: 'team' },
  draftOfSam: { of: 'sam', text: 'It began with a numb thumb.', readBy: 'nobody' },
  noteOnAda: { of: 'ada', text: 'She sounded frail on Friday.', readBy: 'team' },
  askedOfAda: { of: 'ada', text: 'Would the tremor mind a keyboard?', readBy: 'team', mailedTo: 'ada' },
  toldDora: {
    of: 'dora',
    text: 'Come back when the steroids have worn off.',
    readBy: 'nobody',
    mailedTo: 'dora',
  },
  toldEd: { of: 'ed', text: 'Let us talk after the operation.', readBy: 'nobody', mailedTo: 'ed' },
  whyOpened: { of: 'ada', text: 'To send flowers to ward nine.', readBy: 'nobody' },
} as const satisfies Record<string, Words>;

export const identityOf = (who: Who): string[] => Object.values(everybody[who]);
export const allIdentities = (): string[] => (Object.keys(everybody) as Who[]).flatMap(identityOf);
export const allWords = (): readonly Words[] => Object.values<Words>(words);
