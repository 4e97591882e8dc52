/** What a curator reads while only a person can connect the charity's account again. */
export const waitsForAccount = 'It waits: the charity’s X account has to be connected again. The team knows.';

/** And when somebody has. */
export const accountIsBack = 'The charity’s X account is connected again.';
