/**
 * What somebody may write who is in danger, graded as clinicians ask about it: a wish to be dead, an intent, a method or a
 * plan (structure: Columbia-Suicide Severity Rating Scale, screener, cssrs.columbia.edu), hurting oneself, and danger from
 * somebody else. Wide on purpose: what else the same words mean stands in `not-a-crisis.ts`. All phrases are our own.
 */
export type KindOfCrisis = 'wish' | 'intent' | 'plan' | 'selfHarm' | 'danger' | 'somebodyElse';

const i = "(i|i'm|im|i am|i've|ive|i have|i'd|i'll|me)";
const not =
  "(don't|dont|do not|didn't|doesn't|no longer|never|not|can't|cant|cannot|couldn't|won't|wouldn't|isn't|isnt|hardly|wasn't)";
const cannot =
  "(can't|cant|cannot|can not|couldn't|don't think i can|do not think i can|dont think i can|don't know how to|dont know how to|not able to|unable to|no strength to)";
const want =
  '(want|wanted|wanna|wish|wishing|hope|hoping|pray|praying|long|longing|rather|ready|like|love|need)';
const dead = '(die|dying|died|dead|death)';
const suicide = '(suicide|suicde|sucide|suiside|suacide|s\\*icide|su1cide|sewerslide)';
const suicidal = '(suicidal|sucidal|suicidle|suicidial)';
const more = '(any ?more|any longer|much longer|no more)';
const myself = '(myself|my self|mysel|meself)';
const pills =
  '(pills|pill|tablets|meds|medication|medicine|medicines|tramadol|paracetamol|gabapentin|pregabalin|baclofen|morphine|insulin|diazepam|codeine|bleach|antifreeze)';
const home =
  "(he|he's|she|she's|they|my (husband|wife|partner|boyfriend|girlfriend|dad|father|stepdad|mum|mother|carer|brother|son|ex|flatmate|pa))";
const hits =
  '(hit|hits|hitting|beat|beats|beating|punched|punches|punching|choked|chokes|choking|strangled|strangles|slapped|slaps|slapping|kicked|kicks|kicking|raped|rapes|attacked|burned|burnt|pushed|pushes|pushing|shoved|shoves|threw|hurt|hurts|hurting|abused|abuses|abusing|grabbed|grabs|bit|stabbed|threatened|threatens|threatening|assaulted|touched)';
const other =
  '(friend|mate|sister|brother|mum|mom|dad|son|daughter|husband|wife|partner|cousin|neighbour|follower|nephew|niece|flatmate|girlfriend|boyfriend|child|kid|teenager|lady|guy|man|woman|person|girl|boy|colleague|someone|somebody|he|she|they)';
const themself = '(himself|herself|themselves|themself)';

export const wordsOfCrisis: Readonly<Record<KindOfCrisis, readonly string[]>> = {
  wish: [
    `${not} (~ )?(be here|live|exist|wake up|be alive|be around|be in this world|see another (day|morning|year|christmas)|living|keep living|stay alive)`,
    `${want} (~ )?(${dead}|not (be here|exist|wake up|live)|never (wake up|woke up|been born|born)|stop existing|disappear (for good|forever|for ever)|not existing|gone for good|be gone)`,
    `(wish|wished|wishing|hope|hoping|pray|praying) (~ )?(i|i'd|it|it's|its|tonight|this|the next|my next) (~ )?(didn't exist|did not exist|disappear|never wake up|not wake up|wasn't (here|alive)|weren't (here|alive)|last (night|day)|my last|kills me|finishes me|takes me|had never been born|was never born|were never born)`,
    `(wish|wished|wishing|hope|hoping|pray|praying) (i|it|it's|its|tonight) (~ )?(didn't exist|is my last( night| day)?|my last|never wake up|not wake up|disappear)`,
    `hope (this|the next|my next) (relapse |infection |one |attack |fall )?(kills|finishes|takes) me`,
    `${i} (~ )?(die|dying|be dead|be gone for good)`,
    `(let|make|help) me die`,
    `(death|dying) (would|sounds|feels|seems|looks|is) (~ )?(relief|rest|peace|peaceful|easier|better|way out|only way|answer|nice|good|tempting)`,
    "(better|happier|easier|fine|worse off|relieved) (off )?(~ )?(without me|dead|if i (was|were|am) (dead|gone|not here|not around)|if i (wasn't|weren't) (here|around|alive)|if i (died|disappeared)|for (everyone|them|everybody) if i)",
    '(would|nobody|noone|no one|who) (~ )?(notice|miss me|care|cares) (~ )?(if|when|that) i (~ )?(died|gone|dead|disappeared|not here|vanished|here|alive)',
    '(would|nobody|noone|no one|who) (~ )?(notice|miss me|care|cares) (~ )?(if|when|that) i (died|die|disappeared|vanished|was gone|were gone|was dead)',
    `(no|not any|any|isn't any|without|nothing|what's the|whats the|what is the|see the|see any|little) (real |more |left |good )?(point|reason|purpose|use) (in |of |to |for |left )?(me |for me |in me |us )?(to )?(living|live|go on|going on|carry on|carrying on|keep going|keep living|be here|being here|be alive|being alive|staying|stay|wake up|waking up|me ${more})`,
    `(the )?point (of|in) me( ${more}| being| existing| living)?`,
    `(not|no longer|isn't|isnt|never|hardly) (really |even )?worth (living|going on|carrying on|being alive|it ${more}|staying|the fight ${more})`,
    `${cannot} (really |just )?(go on|carry on|keep going|do this|take this|take it|take much more|cope|do life|bear it|bear this|stand it|stand this|do it|keep doing this|fight|face it)( this| like this| with this)? ${more}`,
    `${cannot} (really |just )?(go on|carry on|go on living|keep on living|keep living|live like this|face another day|face tomorrow|live with this|bear to live|see a way out|see a future|see any future|see any way out)`,
    `(no|nothing|any|haven't got any) (~ )?(left )?(in me )?to (keep )?(living|live for|go on|live)`,
    `(nothing|nobody|no one|noone) (~ )?(worth )?(living|to live) for`,
    `(never|not) (woke|waking|wake) up( again| tomorrow| in the morning)?`,
    '(no|see no|without a|any) (future|way out|hope left|hope any more) (for me|left|like this|in this body)',
    '(had enough|done|finished|tired|sick|over|fed up|exhausted) (of|with|by) (life|living|being alive|existing|this life|waking up|it all|everything|this world|being me)',
    `(i want|i just want|want|wish|wishing|waiting|ready|time|lie here|longing|pray|please) (for )?(~ )?(it|everything|the pain|this|it all|all of it|life|my life) (to )?(all )?(just )?(stop|end|be over|finish)(,)? ?(for good|forever|for ever|permanently|now|tonight)?`,
    `(my )?life (is|feels|was) (~ )?(over|finished|pointless|meaningless|hell|worthless|not worth it)`,
    `(a )?burden (to|on) (everyone|everybody|them|my family|my kids|my children|my husband|my wife|all of them|my parents|people)`,
    `(don't|dont|do not|wouldn't|would not) (care|mind|bother) (if|whether) i (~ )?(live|die|died|wake|woke|never wake up)`,
    `(why am i|am i|how am i) (even )?(still )?(alive|living|here at all)`,
    `(don't|do not|not) deserve (to )?(live|be alive|be here|life)`,
    `(thinking|think|thought|thoughts|dream|dreaming|dreams|fantasising|fantasizing|obsessed) (about|of|with) (just )?(dying|death|being dead|not being here|not being around|not existing|not waking up|ending|disappearing|how i'd die)`,
  ],
  intent: [
    `(kill|kil|killed|off|top|shoot|unalive|drown|hang|hanging|killing|offing|topping|drowning|shooting|unaliving|poisoning|poison|k\\*ll) ${myself}`,
    `(do|did|doing|done) something (~ )?(to|against) ${myself}`,
    `(end|ending|ended|take|taking|took|finish|finishing) my (own )?life`,
    `(end|ending|ended) (it all|it today|it tonight|it now|things tonight|things for good|everything tonight|it for good|it once and for all|it for me|it soon|it)`,
    `(finish it|it ends|this ends|it all ends) (tonight|today|for good|now|soon)`,
    `${suicide}`,
    `${suicidal}`,
    `(decided|decide|going|gonna|plan|planning|planned|about|ready|want|need|determined|trying|tried) (to )?(die|jump|end it|do it tonight|end things|end everything|check out for good|not be here)`,
    '(kms|ctb|unalive me)',
    `(my|a|the) (suicide|goodbye) (note|notes|letter|letters)`,
    `(won't|will not|wont|not going to|shan't) (be alive|wake up|make it|live to see|live until) (to )?(tomorrow|next week|in the morning|the morning|monday|${more}|christmas|the weekend|after tonight)`,
    `(won't|will not|wont|not going to) (be here|be around) (in the morning|by morning|${more}|after tonight|when you wake up|when you read this|to see)`,
    `(won't|will not) be here by (morning|tomorrow|tonight)`,
    `dark thoughts (about|of) (~ )?(ending|dying|death|my life|hurting|myself)`,
  ],
  plan: [
    `(took|taken|taking|take|swallowed|swallow|swallowing) (all|all of|too many of|too many|loads of|a load of|the whole box of|the whole packet of|every one of|every last one of|a handful of|\\d{2,3}) (my |the |these |those |his |her )?${pills}`,
    `(save|saved|saving|stockpile|stockpiled|stockpiling|hoard|hoarding|hoarded|counting|counted|lined|lining) (up )?(~ )?(all )?(my|the|these|those|enough|of) (~ )?${pills}`,
    `(enough|so many|all the|all my|got the|have the) ${pills} (~ )?(saved|lined|ready|finish|to end|to die|next to me|in front of me|here with me|to kill|to go|in the cupboard|laid out|counted)`,
    '(overdose|overdosed|overdosing|overdoze|od on|drink bleach|drank bleach)',
    `(rope|noose|razor|blade|gun|knife|pills|tablets|drugs|bag) (~ )?(is |are )?(ready|waiting|in my hand|in front of me|next to me|lined up|laid out|beside me)`,
    `(bought|got|found|tied) (a|the|some|my) (rope|noose|razor blade|razor|gun)`,
    `(standing|stood|sat|sitting|walking|walked|driving|drove|going|gone|went|i'm|im|i am|here) (on|at|to|by|off|near|up on) (the|a) ((edge of the )?(bridge|cliff|cliffs|roof|train tracks|tracks|railway line|railway|motorway bridge|multi storey|multi-storey|platform edge|viaduct)) (and |to |(~ )?)(jump|jump off|end it|end it all|goodbye|step off|do it|can't do|had enough|over the edge|want to|stood there|tonight|just looked|thinking|looking down|i can't|it would be)`,
    `(jump|jumping|throw ${myself}|step|stepping|throwing ${myself}|drive|driving|walk|walking|crash|crashing) (off|in front of|under|from|into|out in front of) (a|the|my|that) (~ )?(bridge|train|bus|lorry|truck|cliff|roof|building|car park|balcony|river|sea|canal|tree|wall|traffic|multi storey)`,
    `(i'm|im|i am|up) on the (roof|ledge|bridge|edge|parapet)`,
    `(this is|it's|its|so this is) (my last|my final|the last|goodbye) (goodbye|words|night on earth|time you'll hear from me|post i will ever|post ever|forever|for ever|for good)`,
    '(goodbye|good bye) (cruel world|for ever|forever|for good|life)',
    `(goodbye|good bye|farewell|bye) (everyone|everybody|world|all|for good|forever|for ever) (i'm |so |love you |i love you )?(sorry for everything|sorry i've|sorry i can't|forgive me|end it|hurts too much|had enough|can't go on|better off|i can't go on|i've had enough)`,
    `(said|saying|say) (all )?my goodbyes`,
    `(letter|letters|note|notes|card|cards|video|message|tell|write|writing|wrote|written|left) (~ )?(kids|children|mum|family|husband|wife|daughter|son|everyone|them|him|her|you all) (~ )?(when i'm gone|when i am gone|after i'm gone|for after|once i'm gone|gone)`,
    `(written|left|wrote|leaving|finished|writing) (~ )?(goodbye|note|notes|will and a note) (~ )?(letters|letter|sorry|kids|go|fine|everyone|ready|them|video)`,
    `(tonight|today|tomorrow|this weekend|by monday|on sunday|on friday)('s| is| will be) (it for me|(the night|the day|when) (that )?(i )?(do it|end it|go for good|die)|my last (day|night) (alive|on earth|on this earth))`,
    `(plan|plans|planned|know|date|picked a date|chosen a date|worked out|figured out) (~ )?(to (die|end|kill|do it|go for good)|for (my death|ending it)|how i'd (do it|die|go)|how i'll (do it|die)|how i'm going to (do it|die|end)|when i'll do it|where i'd do it|and a place)`,
    `(slit|slitting|cut|cutting|open|opening) (my|me|through my) (wrist|wrists|throat|veins|arteries)`,
    `(how many|how much|how long|how high|what dose) (~ )?(kill|die|fatal|lethal|overdose|be dead|end it)`,
    `(how much|how many) ${pills} (is |are |would be |to |it takes to |until )?(~ )?(fatal|lethal|enough|die|kill me|end)`,
    `(way|ways|method|methods|how) (to|of|for) (die|dying|end it|end it all|end my life|kill myself|killing myself|go for good|ending it|go without pain|ending my life)`,
    `(stop|stopped|stopping|refusing|given up) (eating and drinking|eating|drinking|taking my meds|my insulin|all my meds) (so (it|i)|until (it|i)|to die|to end|to let|and wait)`,
    `(booked|looking at|looked up|called|rang|only option is|fill in|applied to|join|joined) (~ )?dignitas`,
    'dignitas (~ )?(me|i|booked|myself|option|only|answer)',
  ],
  selfHarm: [
    `(cut|cutting|burn|burning|burned|burnt|hurt|hurting|harm|harming|harmed|hit|hitting|punish|punishing|punch|punching|punched|scratch|scratching|starve|starving|bite|biting|stab|stabbing) ${myself}`,
    `(self harm|self harmed|self harming|self-harm|self-harmed|self-harming|selfharm|selfharmed|selfharming|self injury|self-injury|sh'd|sh urges)`,
    `(cut|cuts|cutting|burn|burning|burned|burnt|burns|slash|slashed|scar|scars|scratching) (~ )?(my|up my|all over my|on my|into my) (~ )?(arm|arms|leg|legs|thigh|thighs|wrist|wrists|stomach|skin|hips) (~ )?(again|tonight|last night|with|on purpose|cigarette|cigarettes|today|helps|because|until|so i|to cope)`,
    `(arm|arms|legs|thigh|thighs|wrist|wrists|skin) (are |is )?(~ )?(full of|covered in) (~ )?(cuts|burns|scars)`,
    `(fresh|new|more) (cuts|burns) (~ )?(on|all over|up) my (arm|arms|legs|leg|thigh|thighs|wrist|wrists)`,
    `(need|want|urge|urges|tempted|started|starting|keep|kept|back to|desperate|going|gonna|been|wanna) (to )?(cut|cutting|burning myself)( so bad| so badly| again| myself| tonight| deep| my skin| my arms| it out)?`,
    `so i (cut|burn|starve|bleed)`,
    `(i'm|im|i am) cutting( again)?`,
    `(blood (won't|wont|will not|doesn't|does not) stop|bleeding and i did it|make myself bleed|made myself bleed)`,
  ],
  danger: [
    `${home} (just |has |had |is |was |keeps |always |still |will |'s |sometimes |often |nearly |really |even |only )?${hits} (and (~ )?)?(me|me up|my face|my head|my arm)`,
    `(hands|hand|belt|knife|arm) (~ )?(round|around|to|at|on) my (throat|neck|face)`,
    `(afraid|scared|frightened|terrified|fear) (of|to go home to|to be alone with) (my )?(husband|wife|partner|boyfriend|girlfriend|dad|father|mum|mother|carer|ex|him|son|stepdad|pa)`,
    `(afraid|scared|frightened|terrified) (~ )?(he|she|they|he'll|she'll|he will|she will|what he|what she) (~ )?(kill|hurt|hit|do) (to )?me`,
    `${home} (~ )?(threatened|threatens|threatening|going|gonna|said|says|tried|trying|wants|want) (~ )?(to )?(kill|hurt|hit|stab|strangle) me`,
    `(threatened|threatens|threatening) me with`,
    `${home} (will |has |is )?(won't|wont|doesn't|does not|will not|never|refuses to) (let|lets|give|gives) me (~ )?(leave|out|see anyone|see a doctor|see my|eat|have my (meds|medication|chair|wheelchair|phone|money|food)|use my (chair|phone|wheelchair)|talk to|my (wheelchair|chair|money|meds|medication|phone) back|medication|wheelchair back|food|money)`,
    `${home} (always |has |is )?(takes|took|taken|taking|hides|hid|hiding|withholds|withheld|keeps|keeps taking|keeps hiding) (my (meds|medication|wheelchair|chair|money|phone|food|crutches|stick|pills|benefits)|them) (away )?from me`,
    `(locked|locks|lock|locking) me (in|out|up)( the| my| a)?( room| house| bathroom| bedroom| flat)?`,
    `(hiding|hide|hid|locked myself|run away|running|get away|escape|escaping|left) (~ )?from (him|her|my (husband|wife|partner|ex|carer|dad|son))`,
    `(in danger|not safe|unsafe|don't feel safe|do not feel safe) (~ )?(at home|here|with him|with her|right now|tonight|in my own home|in this house)`,
    `(i'm|im|i am|in) (in )?danger`,
    `(sexually|physically) (assaulted|abused)`,
    `(being|am|was|is) (~ )?(abused|beaten|raped|assaulted|battered|trafficked)`,
    `${home} (gets|is|was|got|turns|being|been) (~ )?(violent|abusive|aggressive with me)`,
    `(abusive|violent) (husband|wife|partner|boyfriend|girlfriend|carer|relationship|home)`,
    `(call|get|send) (the )?(police|help|999|112|911|ambulance) (please|now|for me|quick|quickly)`,
    `(call|ring|dial) (999|911|112)( please| now)?`,
  ],
  somebodyElse: [
    `${other} (~ )?(wants|want|going|gonna|trying|tried|threatening|threatened|plans|planning|says|said|about|talks|talking|talked) (~ )?(die|suicide|kill ${themself}|killing ${themself}|end it|end (his|her|their) (own )?life|ending it|ending (his|her|their) life|not be here|hurt ${themself}|take (his|her|their) (own )?life|jump)`,
    `${other} (~ )?(doesn't|does not|don't|no longer) (~ )?(want|wants) to (live|be here|be alive|wake up)`,
    `${other} (~ )?(is |feels |feeling |are )?(~ )?${suicidal}`,
    `${other} (~ )?(took|taken|has taken|swallowed) (~ )?(overdose|${pills} (~ )?(die|end|goodbye)|(all|too many) (~ )?${pills}|${pills} to)`,
    `${other} (~ )?(overdosed|self harming|self-harming|self harms|cutting ${themself}|cuts ${themself}|hurting ${themself}|hanged ${themself}|hung ${themself})`,
    `${other} (~ )?(sent|texted|messaged|posted|said|wrote|left) (~ )?(goodbye|suicide) (message|note|letter|text|for good|forever|and (~ )?(won't|not) (~ )?(pick|answer|answering|reply))`,
    `(worried|scared|afraid|frightened|terrified) (~ )?(kill ${themself}|hurt ${themself}|end (it|his life|her life)|something (stupid|silly|to ${themself})|suicide|suicidal|take (his|her|their) (own )?life)`,
  ],
};
