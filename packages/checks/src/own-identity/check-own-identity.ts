import type { IdentityLevel, OwnPieceKind } from '@baton/contracts';
import type { CheckOfWords } from '../check.js';
import { findOwnPieces, type OwnPiece } from './find-own-pieces.js';

const looksLike: Readonly<Record<OwnPieceKind, string>> = {
  givenName: 'your own first name',
  surname: 'your own surname',
  name: 'your own name',
  email: 'your own e-mail address',
  phone: 'your own phone number',
  handle: 'a name you use elsewhere',
  other: 'something you asked to be warned about',
};

const chosen: Readonly<Record<IdentityLevel, string>> = {
  anonymous: 'You chose that nobody is told who you are.',
  penName: 'You chose to be known by your pen name only.',
  firstName: 'You chose to be known by your first name only.',
  named: 'You chose to be known by your name; this would tell how to find you.',
};

/** A post that tells who its writer is, where they did not choose to be known by it. */
export const ownIdentityCheck: CheckOfWords = {
  card: {
    name: 'who you are',
    looksFor:
      'The writer’s own names, e-mail address, the part of it before the @, and phone number, as far as they did not choose to be known by them: also without accents, with one letter wrong, spelt out, or hidden in a handle. Nobody here can read them: Baton compares fingerprints.',
    misses:
      'Nicknames, streets and employers that nobody told us, faces and name badges in pictures, names backwards, and local phone numbers without their area code. A name that is an everyday word too (May, Will, Rose) is seen with a capital in the middle of a sentence, after “I’m” or as a signature, or beside the other name. Somebody else of the same name is taken for the writer.',
  },
  ofWords: ({ plain }, { self }) => {
    if (!self) return [];
    return oncePerPlace(findOwnPieces(plain.text, self)).map(({ kind, from, to }) => ({
      severity: 'high',
      span: plain.spanOf(from, to),
      explanation: `This looks like ${looksLike[kind]}. ${chosen[self.level]}`,
      suggestion:
        'Take it out, or use the name you chose for here. If it is only a word that looks alike, say so to the team.',
    }));
  },
};

/** Of pieces that overlap the longest is told. */
function oncePerPlace(pieces: readonly OwnPiece[]): OwnPiece[] {
  const told: OwnPiece[] = [];
  for (const piece of [...pieces].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (!told.some(({ from, to }) => piece.from < to && from < piece.to)) told.push(piece);
  return told.sort((a, b) => a.from - b.from);
}
