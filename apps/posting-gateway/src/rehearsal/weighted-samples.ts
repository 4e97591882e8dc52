/** A text, what X counts for it, and what it shows. */
export type WeightedSample = readonly [what: string, text: string, weight: number];

/**
 * From X's own page, https://docs.x.com/fundamentals/counting-characters: emoji weigh 2 however they are composed, links 23,
 * ideographs 2, and the text is counted in its composed form (NFC).
 */
const documented: readonly WeightedSample[] = [
  ['an emoji', '👾', 2],
  ['an emoji with a skin tone', '🙋🏽', 2],
  ['a joined emoji', '👨‍🎤', 2],
  ['a family', '👨‍👩‍👧‍👦', 2],
  ['a link', 'https://example.com', 23],
  ['a longer link', 'https://example.com/very/long/path', 23],
  ['café, composed', 'caf\u00e9', 4],
  ['café, not composed', 'cafe\u0301', 4],
  ['a greeting', 'Hello, world! 👋', 16],
];

/**
 * What twitter-text's conformance suite asserts about weights, told in our own texts:
 * https://github.com/twitter/twitter-text, conformance/validate.yml and config/v3.json.
 */
const conforming: readonly WeightedSample[] = [
  ['plain words', 'I had a nap.', 12],
  ['a link without https', 'http://test.com', 23],
  ['a bare domain', 'test.com', 23],
  ['a bare domain of a country, with two parts', 'foo.co.jp', 23],
  ['several links', 'Rest https://test.com rest https://test.com test.com rest', 86],
  ['140 hiragana', 'の'.repeat(140), 280],
  ['140 emoji', '🐱'.repeat(140), 280],
  ['hangul', '저찀쯿쿿', 8],
  ['letters outside the basic plane', '\u{10000}\u{10ffff}', 4],
  ['letters with accents', 'lié géts hålfway', 16],
  ['the end of the first light range', '\u10ff', 1],
  ['behind the end of the first light range', '\u1100', 2],
  ['spaces and joiners of the second', '\u2000\u200d', 2],
  ['dashes and quotes of the third', '\u2010\u2013\u2014\u2018\u201c\u201d', 6],
  ['primes of the fourth', '\u2032\u2037', 2],
];

/** Found with twitter-text 3.1.0 itself, where people meet it. */
const met: readonly WeightedSample[] = [
  ['nothing', '', 0],
  ['an ellipsis', '…', 2],
  ['three dots', '...', 3],
  ['a euro', '€', 2],
  ['a pound', '£', 1],
  ['a bullet', '•', 2],
  ['a half', '½', 1],
  ['a copyright sign', '©', 1],
  ['a copyright sign shown as an emoji', '©\ufe0f', 2],
  ['new lines', 'a\n\nb', 4],
  ['a new line as Windows writes it', 'a\r\nb', 4],
  ['a zero width space', 'a\u200bb', 3],
  ['a soft hyphen', 'a\u00adb', 3],
  ['a byte order mark', '\ufeff', 2],
  ['an accent alone', '\u0301', 1],
  ['Cyrillic', 'жизнь', 5],
  ['Arabic', 'سلام', 4],
  ['Devanagari', 'नमस्ते', 6],
  ['Thai', 'สวัสดี', 6],
  ['Cherokee', 'ᏣᎳᎩ', 6],
  ['Ethiopic', 'ሰላም', 6],
  ['a wide letter', 'Ａ', 2],
  ['a keycap', '1️⃣', 2],
  ['a flag', '🇬🇧', 2],
  ['two flags', '🇬🇧🇮🇪', 4],
  ['half a flag', '🇬', 2],
  ['a flag of a nation (tags)', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
  ['a rainbow flag', '🏳️‍🌈', 2],
  ['a skin tone alone', '🏽', 2],
  ['two people with two skin tones', '🧑🏽‍🤝‍🧑🏿', 2],
  ['a wheelchair', '🧑‍🦽', 2],
  ['a heart being mended', '❤️‍🩹', 2],
  ['a heart without the mark of an emoji', '❤', 2],
  ['a domain with an emoji before it', '🧑‍🦽example.com', 25],
  ['a domain with an emoji behind it', 'example.com🧑‍🦽', 25],
  ['a link with an emoji behind it', 'https://example.org 🧑‍🦽', 26],
  ['a link whose path ends at an emoji', 'https://example.org/❤️‍🩹', 25],
  ['a domain that is an emoji', 'https://❤️.ws', 23],
  ['a link between ideographs', '日本語https://example.com日本語', 35],
  ['a bare domain between ideographs', '日本語example.com日本語', 35],
  ['a link whose path begins with an ideograph', '見てhttps://example.com/日本', 31],
  ['a domain of ideographs', 'https://日本.jp', 23],
  ['a very long link', `https://example.org/${'a'.repeat(200)}`, 23],
  ['what is too long for a link', `https://example.org/${'a'.repeat(5_000)}`, 5_020],
  ['a domain in capitals', 'Example.COM', 23],
  ['a domain at the end of a sentence', 'example.com.', 24],
  ['a domain in brackets', '(example.com)', 25],
  ['brackets inside a path', 'https://example.org/a_(b)', 23],
  ['a mail address', 'me@example.com', 14],
  ['a domain that is none', 'example.con', 11],
  ['a file', 'node.js', 7],
  ['a number with dots', '1.2.3.4', 7],
  ['another scheme', 'ftp://example.com', 17],
];

export const weightedSamples: readonly WeightedSample[] = [...documented, ...conforming, ...met];
