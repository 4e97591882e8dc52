import { spansOf } from '../reading/near.js';
import type { Span } from '../reading/span.js';

const networks =
  '(?:insta|instagram|ig|snap|snapchat|telegram|tg|whatsapp|whats ?app|signal|tiktok|facebook|fb|messenger|discord|skype|kik|threads|bluesky|linkedin|mastodon|wechat|viber|onlyfans)';
/** A word that is a name and not a word: it has a sign or a digit in it. */
const name = '@?(?=[\\w.]{0,30}[._\\d@]|@)[\\w.]{3,30}';

const shapes = [
  new RegExp(
    `\\b(?:my|on|(?:add|find|follow|message|text|dm) me on|i['’]?m on|i am on)\\s+${networks}\\s*(?:(?:is|as|at|handle|name|username|under|called|[:=@-])\\s*){0,3}${name}`,
    'giu',
  ),
  new RegExp(
    `\\b${networks}\\s*(?:(?:handle|username|is)\\s*)?(?:[:=@]\\s*@?[\\w.]{3,30}|(?<=is\\s{1,3})${name})`,
    'giu',
  ),
  new RegExp(`@[\\w.]{3,30}\\s+on\\s+${networks}(?![\\p{L}])`, 'giu'),
];

/** Finds what somebody is called in another network, beside the network’s own name. */
export const findNamesElsewhere = (text: string): Span[] => shapes.flatMap((shape) => spansOf(text, shape));
