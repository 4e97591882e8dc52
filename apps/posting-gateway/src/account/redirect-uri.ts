import type { PostingConfig } from '../config.js';

/** Where X sends people back to: one page of this installation, named by nobody but its configuration. */
export const redirectUriOf = ({ PUBLIC_ORIGIN }: Pick<PostingConfig, 'PUBLIC_ORIGIN'>): string =>
  new URL('/account/connected', PUBLIC_ORIGIN).href;
