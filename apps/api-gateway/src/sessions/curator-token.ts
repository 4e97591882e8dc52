import { charityToken } from '../door/charity-token.js';

/** What a curator's session is held by: `bt_<charity>_<secret>`. */
export const { make: makeCuratorToken, read: readCuratorToken } = charityToken('bt');
