/** A text without capitals and accents, in which everything stands where it stood. */
export const foldAccents = (text: string): string =>
  Array.from(text, (character) => {
    const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join('');
