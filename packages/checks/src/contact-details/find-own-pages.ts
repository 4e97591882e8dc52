import { spansOf } from '../reading/near.js';
import type { Span } from '../reading/span.js';

const rest = '[^\\s]{2,60}';
const ending = '(?:com|org|net|me|ee|co|uk|io|tv|ie|eu|app|gg)';
/** Hosts on which a page is one person’s. */
const personal =
  '(?:paypal\\.me|linktr\\.ee|t\\.me|wa\\.me|calendly\\.com|ko-fi\\.com|buymeacoffee\\.com|cash\\.app|gofundme\\.com|onlyfans\\.com|discord\\.gg|(?:[\\w-]{1,20}\\.)?zoom\\.us)';

const shapes = [
  new RegExp(`(?<![\\p{L}\\p{N}.-])${personal}/${rest}`, 'giu'),
  // t dot me slash name; youtube com slash name
  new RegExp(
    `(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}-]{1,30}(?:(?:\\s*\\.\\s*|\\s+dot\\s+|\\s+)[\\p{L}\\p{N}-]{2,20}){0,2}(?:\\s*\\.\\s*|\\s+dot\\s+|\\s+)${ending}\\s+(?:forward\\s+)?slash\\s+(?:at\\s+)?[\\p{L}\\p{N}_.-]{2,40}`,
    'giu',
  ),
  // My fundraiser: example.com/fund/somebody
  new RegExp(
    `\\b(?:my|gofundme for my|our)\\s+(?:own\\s+)?(?:gofundme|justgiving|fundraiser|crowdfunder|calendly|blog|channel|wishlist|wish list|zoom|website|page)?[^\\n]{0,30}?(?<![@\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{2,40}(?:\\.[\\p{L}\\p{N}-]{2,20}){1,3}/(?:fund|u|user|p|donate|fundraising|in|channel|c)/${rest}`,
    'giu',
  ),
  // A place on the map.
  /(?<![\d.])-?\d{1,2}\.\d{3,8},\s?-?\d{1,3}\.\d{3,8}(?!\d)/gu,
];

/** Finds pages that are one person’s own: where to pay, meet, ring or follow them, and where they are on a map. */
export const findOwnPages = (text: string): Span[] => shapes.flatMap((shape) => spansOf(text, shape));
