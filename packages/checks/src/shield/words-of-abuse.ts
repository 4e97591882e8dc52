import type { MentionConcern } from '@baton/contracts';

const someone = '(you|u|ya|yourself|yourselves|your kind|your lot|you people|you lot|cripples|scroungers)';
const be = "(you're|youre|you are|ur|u r|you|what an?|absolute|total|just an?|another|such an?)";
const harm = '(kill|stab|shoot|rape|strangle|burn|drown|beat|hurt|gut|slap|punch|smash)';
const worthless =
  '(worthless|useless|pathetic|disgusting|vile|stupid|ugly|fat|thick|lazy|fake|lying|attention seeking|brain ?dead|revolting)';
const insult =
  '(idiot|moron|scrounger|sponger|parasite|leech|freak|waste of space|waste of oxygen|burden|liar|fraud|faker|loser|clown|scum|vermin|trash|garbage|attention seeker|drama queen|wanker|prick|bitch|cunt|twat|bastard|tosser|slag|whore|slut|arsehole|asshole|dickhead|bellend|piece of shit|sack of shit|pig|cow|joke)';

/**
 * Phrases that are aimed at whoever reads them (see `compilePhrases` for how they are written). A swear word alone is not
 * among them: followers of these charities swear about stairs, not at people.
 */
export const aimedAtSomeone: Readonly<
  Record<Extract<MentionConcern, 'threat' | 'sexual' | 'abuse'>, readonly string[]>
> = {
  threat: [
    `(i'll|i will|i'm going to|im gonna|i am going to|i'm gonna|gonna|we'll|we will|someone should|somebody should|somebody ought to|someone needs to|i want to|i'd like to|i'd love to) (~ )?${harm} (~ )?${someone}`,
    `(i'll|i will|we'll|we will|i'm going to|im gonna|i'm gonna) (~ )?${harm} (him|her|them)`,
    '(kill|hang|neck|top|off|unalive) (yourself|yourselves|urself)',
    '(kys|go die|just die|please die|drop dead|die in a fire|end yourself|go jump off|do us all a favour and die|do the world a favour and die)',
    '(hope|wish) (you|u|ya|he|she|they)( all)? (die|dies|rot|rots|suffer|suffers|get cancer|gets cancer|fall down|choke|burn|never walk again|end up dead)',
    '(you|u) (deserve|ought|should|need) (to )?(die|suffer|be dead|be put down|be shot|be gassed|rot|burn|have been aborted)',
    '(i|we) know (where|which street|which house) (you|u) (live|work|are|sleep)',
    "(i'll|i will|we'll|we will|i'm gonna|we're going to) (find|come for|come after|get|hunt|finish|be waiting for|end) (you|u|ya)( down)?",
    '(watch|mind) your back',
    "(you're|youre|you are|ur) (a )?dead( man| woman| meat)?",
    '(should|ought to) (all )?(be|have been) (gassed|put down|shot|sterilised|sterilized|euthanised|euthanized|aborted|exterminated)',
  ],
  sexual: [
    '(send|show|dm|post)( me| us)?( some| your| a| ur)? (nudes|tits|boobs|naked pics?|naked pictures?|pics of your body|feet pics|dick pics?|knickers)',
    '(suck|lick|ride|sit on|touch|stroke) (my|this|on my) (cock|dick|face|balls|knob|lap)',
    "(i'd|i would|i'll|i want to|wanna|would|let me|gonna|i will) (~ )?(fuck|shag|bang|breed|pound|spank|rape|lick|smash|do) (you|u|ya|that|it out of you|her)",
    '(can|do|could) (you|u|cripples|people like you) (still |even )?(have sex|get it up|fuck|shag|feel it|orgasm|cum)',
    '(what are|whatre|what r) (you|u) wearing( right now| under)?',
    '(nice|great|lovely|sexy|massive|tight) (tits|arse|ass|boobs|body|bum|legs baby|pussy)',
    "(i am|im|i'm) (so )?(hard|horny|wanking|touching myself)( for you| over you| thinking of you| right now)?",
    '(do you|wanna|want to|fancy) (~ )?(see my (dick|cock|knob)|a shag|hook up|sext|get naked)',
  ],
  abuse: [
    `${be} (~ )?${insult}`,
    `(you|you're|youre|you are|ur|u r) (all |so |just |really |such a |a |an |absolutely |fucking |bloody )?(a |an |fucking |bloody )?${worthless}`,
    `${worthless} ${insult}`,
    '(nobody|no one|noone) (cares|likes you|wants you|loves you|asked you|believes you|would miss you)( about you)?',
    '(fuck|piss|sod|bugger|f\\*\\*k|f\\*ck) ?(off|you|u|urself|yourself|the lot of you)',
    'shut (the fuck |the hell |your |ur |tf )?(up|mouth|face|gob|trap|hole)',
    "(you're|youre|you are|ur|u r|he's|she's|they're) (just |only |clearly |obviously |all )?(faking|lying|putting it on|making it up|pretending|scamming|begging)",
    '(get|go get|try getting) (a job|a life|off your arse|off your fat arse|off benefits|over yourself)',
    '(stop|quit) (whining|moaning|begging|faking|scrounging|wasting oxygen|leeching|milking it|playing the victim)',
    '(waste|drain) (of|on) (space|oxygen|air|taxes|taxpayers money|the taxpayer|society|skin|a life)',
    '(sick|tired) of (you|your) (~ )?(people|lot|kind|scroungers|whining|moaning|face|begging)',
    '(go|crawl) back to (~ )?(your own country|where you came from|your hole|your cave|under your rock)',
    '(i|we) (~ )?(hate|despise|loathe) (you|your guts|you people|you lot|your kind)',
    '(you|u) (make|makes) (me|us|everyone) (sick|want to vomit|puke|cringe)',
    "(you're|youre|you are|ur) (~ )?(nothing|a nobody|disgrace|an embarrassment|a disgrace|a burden)",
    '(makes|make) (~ )?(disabled people|real patients|us all) look (bad|like scroungers|stupid)',
    '(your|ur) (family|mum|mother|husband|wife|kids|children) (~ )?(ashamed|hates you|better off without you|embarrassed)',
    'better off (without you|dead|if you were gone)',
  ],
};

/** The same words where nobody is meant to be hurt: the illness, the stairs, oneself, a joke that is shared. */
export const notAimed: readonly string[] = [
  '(find|get) (you|u) (a|an|the|some|somebody|someone|something)',
  '(still|anybody|anyone|people|can i|can you|could i|trying to|managed to|did you|hard to) get a (job|life)',
  "(you're|youre|you are|ur) (not|never|no|hardly|anything but|the opposite of) (~ )?(useless|pathetic|worthless|lazy|a burden|stupid|ugly|faking|a fraud|weak|nothing|a nobody|lying|making it up|an embarrassment)",
  "(you|you are|you're) (fucking |bloody |absolutely |so |such a |a )?(legend|brilliant|amazing|star|funny|hilarious|lovely|brave)",
  "(told|tell|tells|telling|called|call|calls|say|says|said|saying|heard|think|thinks|thought|shout|shouts|shouted) (me|us|i'm|i am|i was|that i'm|to me|at me|people like me|that people like us) (~ )?(idiot|moron|scrounger|faking|lazy|useless|a burden|a fraud|faker|pathetic|shut up|get a job|get a life|to get a job|to shut up|lying|freak|stupid)",
  '(fuck|sod|piss|screw) (off |you )?(ms|multiple sclerosis|cancer|fatigue|spasticity|the stairs|brain fog|steroids|relapse|relapses|this disease|uhthoff|the dwp|lesions)',
  '(fuck|sod) you (ms|multiple sclerosis|cancer|fatigue|brain fog|relapse|body|legs|nervous system)',
];
