import type { Severity } from '@baton/contracts';

/**
 * Words people find rude, by how strong they are found in Britain (Ofcom, "Public attitudes towards offensive language",
 * 2021, for the grading). What is said about a group of people is the gravest. `crip` and its like are used with pride by
 * the people it means, so it is the mildest.
 */
export interface RudeWord {
  /** How it begins; what may follow is in `endings`. */
  readonly stem: string;
  readonly severity: Severity;
  /** It is rude inside another word, too. */
  readonly anywhere?: true;
  /** Only whole: what it begins is often something else. */
  readonly whole?: true;
}

const mild = (stem: string): RudeWord => ({ stem, severity: 'low' });
const mildWhole = (stem: string): RudeWord => ({ stem, severity: 'low', whole: true });
const strong = (stem: string): RudeWord => ({ stem, severity: 'medium' });
const strongWhole = (stem: string): RudeWord => ({ stem, severity: 'medium', whole: true });
const strongAnywhere = (stem: string): RudeWord => ({ stem, severity: 'medium', anywhere: true });
const slur = (stem: string): RudeWord => ({ stem, severity: 'high' });
const slurWhole = (stem: string): RudeWord => ({ stem, severity: 'high', whole: true });

export const rudeWords: readonly RudeWord[] = [
  ...[
    'arse',
    'bugger',
    'bollock',
    'bollox',
    'feck',
    'knob ?head',
    'bell ?end',
    'tosser',
    'minger',
    'pissed',
    'pissing',
    'git',
  ].map(mild),
  ...[
    'damn',
    'crap',
    'crappy',
    'piss',
    'sod off',
    'sodding',
    'bloody',
    'arsed',
    'ass',
    'asses',
    'jackass',
    'dumbass',
    'tits',
    'balls up',
    'crip',
    'crips',
    'cripple',
    'frigging',
    'freaking hell',
    'wtf',
    'omfg',
    'stfu',
    'lmfao',
    'ffs',
    'af',
  ].map(mildWhole),
  ...['fuck', 'shit', 'wank', 'cunt', 'motherf'].map(strongAnywhere),
  ...[
    'fck',
    'fcuk',
    'fuk',
    'phuck',
    'sh1t',
    'shyte',
    'twat',
    'bastard',
    'bitch',
    'biatch',
    'dick ?head',
    'slag',
    'whore',
    'prick',
    'arse ?hole',
    'ass ?hole',
    'bull ?shit',
    'blow ?job',
    'bukkake',
    'slut',
  ].map(strong),
  ...[
    'cock',
    'dick',
    'dicks',
    'pussy',
    'fanny',
    'fu',
    'f off',
    'f u',
    'effing',
    'effin',
    'fkn',
    'fking',
    'fking hell',
    'f ing',
    'kunt',
    'cnut',
    'c u next tuesday',
    'sob',
  ].map(strongWhole),
  ...[
    'retard',
    'spaz',
    'spacker',
    'spakker',
    'nigger',
    'nigga',
    'paki',
    'faggot',
    'tranny',
    'trannies',
    'golliwog',
    'mongoloid',
    'window ?licker',
    'darkie',
    'raghead',
    'sandnigger',
    'towelhead',
    'shemale',
    'wetback',
    'kike',
    'gyppo',
    'pikey',
  ].map(slur),
  ...[
    'mong',
    'mongs',
    'chink',
    'chinks',
    'coon',
    'coons',
    'dyke',
    'fag',
    'fags',
    'poof',
    'poofs',
    'spastic',
    'spastics',
    'gook',
    'spic',
    'yid',
    'yids',
    'wog',
    'wogs',
    'gypo',
    'gypos',
    'schizo',
    'psycho',
    'midget',
    'midgets',
  ].map(slurWhole),
];

/** What may follow a stem. */
export const endings =
  '(?:s|es|ed|er|ers|ing|in|y|ty|head|heads|hole|holes|face|wit|wits|tard|bag|bags|ks|kin|n|ish|hat|arse|ted)?';

/** The same letters with another sense. */
export const notRude: readonly string[] = [
  'spastic (paraparesis|paraplegia|gait|muscle|muscles|leg|legs|bladder|arm|hand|tetraplegia|cerebral palsy|diplegia|hemiplegia|bowel|colon)',
  '(moby|philip k|private|charlotte|andy|spotted|tom|dick) (dick|tom|harry)',
  'dick (turpin|whittington|van dyke|dastardly|cheney|francis|barton|tracy|and dom|emery)',
  'van dyke',
  "(hadrian|offa)'?s dyke",
  'offas dyke',
  "(offa's|the|a) dyke (path|walk|wall|road|in holland)",
  '(shuttle|spatch|stop|petrol|hay|pea|wood|weather|rooster and) ?cock(erel|tail|pit|s crow|le|les)?( (crowed|crows|a doodle|and hen|and bull))?',
  '(pussy) (cat|willow|cats|riot)',
  '(bloody) (mary|marys|sunday)',
  '(fanny) (adams|price|brice|cradock|craddock)',
  '(maine) coon',
  '(chink) (in|of) (the|my|his|her|light|armour)',
  '(kick|kicked|pain in the|big|bad|smart|half|my|your|wise) ass(es)?',
  '(donkey|donkeys|jenny|wild|an|the) ass(es)?',
  '(blue|great|coal|long-tailed|long tailed|bearded|willow|marsh) (tit|tits)',
  'tits? (on|at|in) (the|our|my) (feeder|garden|bird|nest)',
  '(scunthorpe|penistone|cockermouth|cockapoo|cockapoos|cockatoo|cockatiel|cocker|cockles|cockney|cockpit|shitake|shiitake|mishit|assess|assassin|essex|sussex|middlesex|wankel|matsushita|snigger|sniggered|niggle|niggles|niggling|swank|swanky|hancock|peacock|babcock|alcock|hitchcock|woodcock|prickle|prickly|prickles|slagheap|cumbria|dickens|dickensian|dickie|mongoose|mongolia|mongolian|mongrel|retardant|retardants|spice|pakistan|pakistani|kiked|arsenal|arsenic|parse|sparse|coarse|hoarse|bassett|bitcoin|bitches brew|gitte|digit|digits|legit|bugger all|shittim)',
  'fire retardant',
  'af (diagnosis|patients|and stroke|treatment)',
  'atrial fibrillation af',
];
