import type { UnknownVerdict } from '@baton/contracts';

/** What a moderator reads before deciding about a post that X may or may not have: each choice and what it risks. */
export const unknownChoices: readonly { readonly verdict: UnknownVerdict; readonly words: string }[] = [
  {
    verdict: 'isOut',
    words:
      'You found it on X. Paste its link, and Baton treats it as published. There is no risk if it is the right post.',
  },
  {
    verdict: 'sendAgain',
    words:
      'You looked on X and it is not there. Baton looks once more, then sends it. The risk: if X shows it late, the same words appear twice, and you may have to delete one.',
  },
  {
    verdict: 'letItGo',
    words:
      'It is not sent again, and the words are kept for their author. The risk: it may never appear, and what comes after it in its thread does not go either. If it is out after all, Baton does not know it.',
  },
];
