/** What people say of laughter, queues, curry and music in the words of a crisis, and talk about preventing one. */
export const idioms = `
  # laughing, tired, hungry, embarrassed
  (die|dying|died|dead|killed|kill) (of|from|with)? (laughter|laughing|embarrassment|boredom|shame|cringe|heat|hunger|thirst|curiosity|cuteness|excitement|happiness|joy|second hand embarrassment|the heat|old age)
  (dying|die|died) (for|to) (a|some|my|the|see|know|try|get|hear|meet|tell|read|watch|go|show|eat|find|be outdoors) ~ (cuppa|tea|coffee|wee|pint|cup|result|news)?
  (cake|shoes|view|chips|scones|curry|dress|tan|food|pie|bread|smile|voice|hair|roasties) to die for
  to die for (cake|shoes|chips|scones|curry)?
  (is|are|was|were|nearly|almost|just|been) (absolutely|literally|honestly|slowly|actually)? (killing|killed|finished|ended) me (today|now|this|again|at the moment|with|lol|already|off|slowly|laughing)?
  (my)? (legs|leg|feet|foot|back|phone|battery|arm|arms|hands|scooter|wifi|laptop|plants|tomatoes|basil|car|kettle|hip|internet|shoulders|thumbs) (is|are|feel|feels|was|were|went|has|have|felt|gone|look|looks|all|just|really|feel absolutely|properly) ~ (dead|dying|died|killing me|numb)
  (could|would) (murder|kill for|kill|literally kill for) (a|an|some|that|my own|the) ~ (curry|tea|cuppa|nap|biscuit|pint|sandwich|coffee|burger|chippy|cake|kebab|pizza|crumpet|bath|wine)?
  (mum|dad|wife|husband|boss|editor|nurse|physio|<person>|she|he|they|neurologist|team|kids) (will|would|is going to|are going to|am going to) (kill|murder|strangle|throttle|hang|crucify) me (when|if|for|because|lol)? ~ (finds|find|sees|see|hears|spending|eating|mess|late|carpet|biscuits|this)
  (i)? (nearly|almost|practically|thought i would|just about|basically) (died|die|dying) (of|laughing|when|at|from|with|on|because|right there|on the spot|inside)?
  (die|dying|died|dead) (laughing|inside|on the inside|hair|line|flat|good|easy|heat|weight lift*|on my feet|chuffed|excited|tired|pleased|happy|proud|jealous|impressed)
  (i am|am|we are|were) (dead|deceased|dying) (lol|lmao|haha|laughing|at this|at that|at the|omg|crying|funny)
  (dead|killed|slayed|slaying|killing) (it|the look|this|that song|the game|the karaoke|time|two birds|the vibe|the mood|the lights|the engine|off the|the music|the weeds|the germs|the process|the app|an hour|some time|a spider|the wasp|slugs)
  # things with such a name
  suicide (squad|girls|tuesday|is painless|blonde|silence|kings|bomber|door|doors|wing|drill|sprints|prevention|awareness|statistics|rates|rate|research|helpline|hotline|line|survivor|survivors|bereavement|loss|first aid|training|safer|watch list|note by|postvention|strategy|week|day|by|in fiction|in the media|reporting|guidelines|bill|act|forum|charity|in young|among|figures|data|study|is preventable|is complex)
  (kill|killer|kills) (switch|bill|joy|time|germs|the weeds|weeds|queen|whale|heels|bug|instinct|a watt|a mockingbird|your darlings|an hour|some time|or cure)
  (sugar|political|career|commercial|social|fashion|financial|culinary|electoral) suicide
  (prevent|preventing|prevented|prevention of|stop|reduce|reducing|awareness of|talk about|talking about|bereaved by|lost ~ to|die by|died by|dies by|affected by|myths about|stigma of|stigma around|research on|research into|work on|training on|book about|film about|play about|documentary about|song about|article on|article about|ask about|asking about|conversations about) (suicide|self harm|suicidal thoughts|suicidal feelings)
  (phrase|term|word|words|expression|say|saying|write|headline) (commit suicide|committed suicide|suicide)
  # speaking to others, with help
  if you (are|feel|have|ever|or someone|need|want to|think|know|get|re) ~ (suicidal|feeling|thoughts|crisis|suicide|kill|die|self harm|hurt yourself|end|harm|low|struggling) ~ (thoughts|call|ring|text|reach|talk|please)?
  (if|whether) (someone|a friend|anyone|somebody|your friend|people) (tells|told|says|is|feels|are|you know|mentions) ~ (suicidal|suicide|want to die|self harm)
  (people|anyone|those|everyone|patients|children|teenagers|men|women|others|many|young people|carers|folk) (who|with|that|feeling|having|in|thinking|struggling|living) ~ (suicidal|suicidal thoughts|suicide|self harm|self harms|want to die|violence|abuse|abusive|crisis)
  (not|never|no longer|nor|far from|neither) (am|was|been|at all|feeling|even|actually|remotely|a bit)? (suicidal|self harming|suicidal thoughts)
  (never|not) (want to|going to|ever going to|planning to)? (kill|killing|hang|harm|hurt|cut) (myself) ~ (do not worry|promise|i promise|nobody worry)?
  (i|we|she|he|they|who)? (do not|did not|does not|not) (want|wanted|wants|wish|plan|going|intend) to die (of|from|young|yet|before|without|any time soon|i|in|at|on|alone|like|too|so|and|just|a|because|this)?
  (do not|did not|does not|not) (want|wanted|going) to die .
  # films, games and songs
  (song|track|album|film|movie|book|novel|episode|series|game|chapter|band|play|musical|podcast|lyrics|verse|chorus|single|record|opera) (is called|called|named|titled|by|is|was|goes|where|with|about) ~ ~ (die|kill|killing|dead|suicide|goodbye|death|live|life|dying|end)
  (live and let|never say|old habits|born to|too young to|die another|i will never|wanna live|tomorrow never|no time to|day the music|young) (die|dies|died|tonight)
  (killing me softly|kill the director|kill em all|die hard|to die for|dead poets|dead ringers|dead pool|shaun of the dead|walking dead|grateful dead|day of the dead|dead sea|dead end|dead line|dead heat|dead pan|dead lift|dead bolt|dead wood|dead pan|killing eve|goodbye yellow brick road|never can say goodbye|time to say goodbye|goodbye stranger|every time we say goodbye|goodbye my lover|hello goodbye|goodbye earl|i will survive|stayin alive|staying alive|wish you were here|dead parrot|dead man walking|how to get away with murder)
  (in|on) (the|this|that|a|my|tonights|last nights|season|episode|his|her|todays|act|chapter) (book|film|movie|novel|series|show|episode|game|play|opera|song|finale|soap|drama|ending|crossword|podcast|comic|musical|story|documentary|level|audiobook) ~ ~ (die|dies|kill|kills|killed|suicide|himself|herself|themselves|dead|suicidal|jump|jumps|hangs|abusive|beats|hits|overdose)
  # sport, games, help with a wheelchair
  (beat|beats|beating|thrashed|hammered|beaten) me (to it|to the|by % (points)?|by a|hands down|hollow|in straight|in the (quiz|cup|race|final)|at (the|chess|cards|scrabble|darts|snap|uno|cribbage|bowls|mario|fifa|table|wordle|pool|ludo|monopoly|golf|his|her|my|every|backgammon|draughts|dominoes|tennis|bingo|rummy)|in (scrabble|chess|cards|a quiz)|again at)
  (hit|hits|slapped|attacked|attacks|threw|throws|assaulted|bombarded|pelted|knocked|punched) me (hard in the feels|like a|like the|up|in the feels|with (a pillow|a nerf|questions|the news|the bill|this|a joke|cold|laughter|snowballs|a snowball|water|the|love|kisses|cushions|a cushion|confetti|a water|a towel|cuddles)|a (card|blanket|towel|ball|kiss|smile|surprise|party|biscuit|look|bone|lifeline|wink))
  (pushed|pushes|push|dragged|drags|pulled|pulls|threw|throws) me (up the hill|round|around the|around town|uphill|along|to the shops|out of bed|out of my comfort|into shape|through the (park|sand|snow|museum|mud|airport|crowd|market|woods|rain|zoo|gallery|garden))
  (the|this|that|fatigue|heat|brain fog|pain|it|news|song|reality|wall|wave|spasm|tiredness|ms|grief|music|jet lag|relapse) ~ (hit|hits|knocked|punched|beat|kicked|floored) me
  (cat|dog|puppy|kitten|toddler|parrot|rabbit|hamster|goose|swan|seagull|baby|grandson|granddaughter|robot|printer) ~ (hit|hits|attacked|attacks|bites|kicked|kicks|slapped|slaps|locked|punched|headbutted|beat|knocked) me
  (taken|took|take|taking|had) all (my|of my) (tablets|medication) (this morning|today|for the day|on time|as prescribed|like|with breakfast|before|at once like)
  (end|ending|ends|ended|finish) (it|things) (all)? (here|there|on a|with a|with|at that|for today|the thread|this thread|by saying|nicely|properly|amicably)
  (see you|bye|goodbye|farewell) (all)? (tomorrow|on monday|next week|later|soon|at|for now|until)
  # life's smaller ends
  (rather|sooner) die than (sing|dance|eat|wear|watch|drink|miss|support|run|listen|speak|talk|use|buy|camp|share|admit|iron|queue|phone|call|touch) ~ ~
  can not (live|survive|function|go on|carry on|face the day|cope|do mornings|exist) without (coffee|tea|my|chocolate|cake|music|the|a|wifi|biscuits|naps|spotify|cheese|bread|air con|netflix|podcasts) ~
  could not (live|survive|cope|carry on|function|exist|go on) without (my|the|a|it|coffee|tea|this|music|chocolate) (app|vest|reminders|stick|chair|wheelchair|dog|cat|apps|coffee|tea|kettle|fan|alarm|phone|scooter|rollator|nap|naps|garden|radio|fridge|calendar|car|ramp|lift|carer|physio|bed)
  kicked me (off|out of bed|into touch|under the table|out of the)
  (takes|took|hides|hid|keeps|locks|breaks|broke) my (phone|chair|stick|keys|scooter|charger|wheelchair|crutches|money) (to|for|and) (make|play|watch|film|tiktok|take|the tooth|fun|ride|spin|a|do|go|pretends|laughs|clean|wash|mend|fix|show) ~
  (cut|cutting|burned|burnt|burning|burn|hurt|hurting|scratched|bruised|bruise|scratch) myself (a|some|shaving|on|while|cooking|opening|slicing|falling|when i fell|chopping|gardening|peeling|off|out|in|at|transferring|climbing|getting|with the|doing|trying to open|more slack|free|again shaving|laughing|badly on|lifting|tripping|reaching|by falling|ironing|making|this morning shaving|playing)
  (starve|starving|starved) myself (before|for|until|till) (christmas|dinner|lunch|the wedding|tea|the roast|supper|easter|thanksgiving|every christmas|every)
  (would|could|will|not|going to|never) ~ (shoot|shot) myself in the foot
  (shoot|shot|shooting) myself in the foot
  (hate|kick|kicked|kicking|cursing|laughing at|pinch|pinched|pinching) (myself|my self) (for|when|that i) (eating|buying|forgetting|missing|not buying|saying|not|having|laughing|liking|it|losing|leaving|falling|watching|spending|ordering|sending|agreeing) ~ ~
  (kill|hang|shoot|drown|strangle|stab) myself (laughing|with laughter|with this scarf|in the foot)
  (drown|drowning|drowned) (myself|my sorrows)? in (tea|coffee|chocolate|emails|laundry|paperwork|cake|gravy|admin|nappies|work)
  (overdose|overdosed|overdosing) on (chocolate|netflix|cake|tea|coffee|sugar|cuteness|cheese|tv|telly|christmas|sprouts|puppies|kittens|football|podcasts|sunshine|crisps|biscuits|vitamin sea|mince pies|vitamin c|turkey|roses|nostalgia)
  (tired|sick|weary|done|exhausted|fed up) (of|with)? (fighting|trying|struggling|living) (for|with|the|to|explain|over|out|in|near|next|on|above|below|under|off|at|against|to explain|with the|like students) (a|the|my|this|that|about|council|printer|of|explain|fatigue|get|find|keep|people|flat|boxes|building|stairs|insurance|pip|dwp|bus|noise) ~
  (hate|tired of|sick of|fed up of|fed up with|done with|hated) living (on|next|in|near|above|out|off|under|with|by|opposite|among|up|here|alone|far|at) (the|a|an|to|boxes|my|of|stairs|this|mould|noise|students|neighbours|town|roadworks|damp|suitcases|from|so|six|two|four|takeaways|scaffolding)
  (way|ways) out (of|in) (this|the|here|a|that|ikea|is) (car park|maze|ikea|corn maze|shop|car|meeting|hospital|lift|zoom|contract|town|building|museum|level|roundabout|multi storey|airport|through the)?
  (lost|losing|given up|no|giving up) (all)? hope (of|that|for) (ever|finding|a|my|seeing|the|getting|an|this|england|any|dry|summer|it|our|united|winning) ~
  a burden (on|to|for)? (the biscuit|the cake|the sofa|the bank|the fridge|the wine|the postman|of proof|shared)
  not (want to|wanted to) (be here|wake up|get up) (at|in the|this early|so early|before|at this|on a monday|on monday|until|till|for the|without my|yet|without coffee|six|in this|with a) ~
  (hope|hoping|wish|not want) ~ (not|never) wake up (at|before|with|until|so early|to|in the night|every|stiff|needing|late)
  (would|will) (any one|anyone|no one|someone) (miss|even miss|notice) (me)? if i (skip|skipped|slipped|left early|nap|napped|stayed|missed|ate|took|went to|put|wore|called in) ~
  (hill|one|hills|sword) (i|to|you|we|that i) (want to|will|am going to|would|am willing to|am prepared to|wish to)? die (on|for)
  die on (this|that|the|any|every) (hill|particular hill)
  (walk|walked|walking|run|ran|go|went|jump|jumped|dive) (into|in) the (sea|river|water|lake) (said|we|with|screaming|for a|every|at|like|first|laughing|holding|together|new years|this morning|in|backwards)
  (not|will not) be here (tomorrow|next week|any more|on|until|till|this|at) ~ (curator|takes over|someone else|team|handing|takeover|back on|back at|new|holiday|camping|monday|infusion|off|appointment|hospital|away|day off)
  sorry (for|to) (leaving|leave|be leaving) you (all)? (with|hanging|on|in suspense|so soon|waiting|early|for a nap|to)
  (a|my|the) plan (for|is|to|and it) (sunday|saturday|today|tomorrow|tonight|nap|the weekend|dinner|christmas|tea|breakfast|rest|pacing|monday|this|my garden|do|eat|cook|watch|nap|sleep|the day|bake|visit|involves|conquer|meet|read|walk) ~
  a (plan|date|day) (for|with) (my|our|the|dinner|lunch|a|her|him|christmas) (infusion|wedding|scan|mri|operation|appointment|physio|holiday|next|move|treatment|first|party|new|sofa|nurse|neurologist|review|surgery|wheelchair|assessment|weekend|garden|husband|wife|cake)
  counting (out)? (my|the) (tablets|medication) (for the week|into|for next week|and|on a sunday|every sunday|with|for holiday|for the holiday) ~ (radio|box|organiser|organizer|holiday|week|tea|on)?
  (tied|bought|found|got|made|need|ordered) (a|the|my|some|more)? rope (for|to tie|swing|bridge|ladder|bag|light|lead|across|handle|to hang|and pegs)
  # learning about it
  (course|training|workshop|leaflet|guide|webinar|session|book|talk|first aid|signs|lesson|page|chapter|module|campaign|resources) ~ (of|on|about|for|how|signs of) ~ (self harm|suicide|suicidal thoughts|domestic abuse|domestic violence|suicidal)
  signs of (self harm|suicide|abuse|domestic abuse|someone in crisis|a crisis)
  used to (want to die|want to kill myself|self harm|cut myself|hurt myself|feel suicidal|wish i was dead|think about suicide|want to end it|be suicidal)
  (years|months|weeks|days|year|decade|decades) (free|clean) (from|of) (self harm|cutting|sh) (today|and proud|this week|and counting|thanks|this month|now|and so|tomorrow|and happy|and i am proud|and grateful|.)
`;
