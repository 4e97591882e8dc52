import { charityToken } from '../door/charity-token.js';

/** What the link in an invitation carries: `bi_<charity>_<secret>`. */
export const invitationToken = charityToken('bi');
