/** What a mail is because of: the kind of thing and its id, `takeover 0192…`. */
export const causeOf = (thing: 'takeover' | 'survey', id: string): string => `${thing} ${id}`;

export const idIn = <Id extends string>(cause: string): Id => cause.slice(cause.indexOf(' ') + 1) as Id;
