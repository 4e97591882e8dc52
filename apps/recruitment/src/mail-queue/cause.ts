/**
 * What a mail is because of: the kind of thing and its id, `takeover 0192…`. `time`: where the same letter may be due again about
 * the same thing, which of the times it is.
 */
export const causeOf = (
  thing: 'takeover' | 'survey' | 'offer' | 'swap',
  id: string,
  time?: number | string,
): string => (time === undefined ? `${thing} ${id}` : `${thing} ${id} ${time}`);

export const idIn = <Id extends string>(cause: string): Id => (cause.split(' ')[1] ?? '') as Id;
