/** Where anybody can see a post, whatever the account is called by now. */
export const urlOfPost = (xPostId: string): string => `https://x.com/i/web/status/${xPostId}`;
