import { isEverydayForm } from '../own-identity/everyday-words.js';
import { spansOf } from '../reading/near.js';
import type { Span } from '../reading/span.js';

const networks =
  '(?:insta|instagram|ig|snap|snapchat|telegram|tg|whatsapp|whats ?app|signal|tiktok|tik tok|facebook|fb|messenger|discord|skype|kik|threads|bluesky|bsky|blue sky|linkedin|mastodon|wechat|viber|onlyfans|twitch|youtube|reddit|tumblr|pinterest|vinted|strava|xbox|psn|playstation|steam|ko-?fi|patreon|substack|venmo|cash ?app|spotify)';
/** A word that is a name and not a word: it has a sign or a digit in it. */
const name = '@?(?=[\\w.]{0,30}[._\\d@]|@)[\\w.]{3,30}(?:#\\d{3,5})?';
const anyName = '@?(?<candidate>[\\w.]{5,30})';

const sure = [
  new RegExp(
    `\\b(?:my|on|(?:add|find|follow|message|text|dm) me on|i['’]?m on|i am on)\\s+${networks}\\s*(?:(?:is|as|at|handle|name|username|under|called|[:=@-])\\s*){0,3}${name}`,
    'giu',
  ),
  new RegExp(
    `\\b${networks}[,.]?\\s*(?:(?:handle|username|is|it['’]?s|me(?: is)?)\\s*){0,2}(?:[:=@]\\s*@?[\\w.]{3,30}|(?<=(?:is|['’]s|its)\\s{1,3})${name})`,
    'giu',
  ),
  new RegExp(`@[\\w.]{3,30}\\s+on\\s+${networks}(?![\\p{L}])`, 'giu'),
  /(?<![\p{L}\p{N}])live:[\w.]{3,30}/giu,
  /\b(?:my|our)\s+(?:other|own|personal|private|main|real|second|old|alt)\s+(?:account|acc|acct|page|profile|handle|one|twitter|@)(?:\s+(?:is|at|here))?\s*:?\s*@\w{3,15}/giu,
];

/** Beside the name of a network, what would be a word elsewhere: only where it is none of everyday English. */
const likely = [
  new RegExp(
    `\\b(?:my\\s+${networks}|(?:add|find|follow|get|catch|reach|message|dm) me on\\s+${networks}|i['’]?m on\\s+${networks})[,.:]?\\s+(?:(?:is|as|under|at|called|name|username|user|handle|it['’]?s|i['’]?m)\\s+){1,3}${anyName}`,
    'giu',
  ),
  new RegExp(
    `\\b${networks}\\s+(?:(?:tag|name|handle|id|user|username|is|it['’]?s)\\s+){1,3}${anyName}`,
    'giu',
  ),
  new RegExp(
    `\\b${networks}(?![\\p{L}])[^\\n.!?]{0,30}?\\b(?:under|username|handle|user name|called|i['’]?m|goes by)\\s+(?:(?:is|as|under|the name)\\s+){0,2}${anyName}`,
    'giu',
  ),
];

/** Finds what somebody is called in another network, beside the network’s own name. */
export const findNamesElsewhere = (text: string): Span[] => [
  ...sure.flatMap((shape) => spansOf(text, shape)),
  ...likely.flatMap((shape) =>
    [...text.matchAll(shape)]
      .filter(({ groups }) => isName(groups?.candidate ?? ''))
      .map((match) => ({ from: match.index, to: match.index + match[0].length })),
  ),
];

const isName = (candidate: string): boolean =>
  /[\d_]/u.test(candidate) || (candidate.length > 6 && !isEverydayForm(candidate.toLowerCase()));
