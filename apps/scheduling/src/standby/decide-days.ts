/** A real span of days that is not over: dates are checked for form by the contract alone, and compare as text. */
export const areDaysAhead = (
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  now: Date,
): boolean => {
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  if (until !== undefined && until < yesterday) return false;
  return from === undefined || until === undefined || from <= until;
};
