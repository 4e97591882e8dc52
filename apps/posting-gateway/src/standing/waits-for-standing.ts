/** What a curator reads while the operator has stopped the charity; why is between those two. */
export const waitsForStanding =
  'Waits: posting is stopped for the whole charity just now. Your words are kept here.';
