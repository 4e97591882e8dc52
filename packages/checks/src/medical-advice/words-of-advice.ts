const taken =
  '(your |the |all |all the |those |these |that |this |any |of |off ){0,3}(~ )?(dmt|dmts|dmd|dmds|meds|med|medication|medications|medicine|medicines|tablets|pills|drugs|injections|injection|infusions|infusion|treatment|treatments|therapy|steroids|dose|doses|chemo|jabs|jab|vaccine|vaccines|antidepressants|painkillers|baclofen|gabapentin|pregabalin|tysabri|ocrevus|kesimpta|tecfidera|copaxone|interferon|insulin|metformin|statins|warfarin|methotrexate|sertraline|vitamin d|vit d|vitamins|biotin|ldn|cbd|cannabis|turmeric|magnesium|supplements|sugar pills|amitriptyline|fampyra|sativex|[a-z]{3,12}(mab|nib|limod|statin|prazole|sartan|oxetine))';
const you =
  "(you|u|ya|everyone|everybody|people|all of you|anyone with (ms|this)|we all|y'all|you guys|folks)";

/** Telling others what to do about their illness. */
export const advice: readonly string[] = [
  `${you} (really |all |just |definitely |absolutely |seriously |honestly )?(should|shouldn't|must|mustn't|need to|have to|ought to|want to|got to|gotta|had better|better|don't need|do not need|needn't|can safely|could safely|can just|could just) (~ )?(take|taking|stop|stopping|start|starting|quit|ditch|drop|skip|double|halve|increase|decrease|reduce|lower|raise|up|change|switch|swap|try|come off|go off|get off|wean|avoid|refuse|ask for|go on|get on|use|inject|mix|combine|cut|throw|bin|flush) ${taken}`,
  `(stop|quit|ditch|drop|skip|double|halve|increase|decrease|reduce|lower|raise|up|bin|flush|throw away|throw out|refuse|avoid|come off|go off|get off|wean yourself off|wean off|don't take|do not take|never take|don't start|do not start|stay off|stay away from|say no to|swap|switch|forget|chuck) (taking |using |away )?${taken}`,
  `(just |simply |please |always |only )?(take|try|inject|start|use|get on|go on|ask for|have|order|buy) (\\d[\\d.,]* ?(mg|mcg|iu|units|g|ml|k|drops|tablets|pills|a day)?|high dose|a high dose|mega dose|megadose|more|double|half|less|loads of|lots of|some|extra) (of )?(~ )?(~ )?(a day|daily|every day|twice a day|before bed|instead|each day|per day|and (you|your)|it (will|works|cures)|you'll|for (your|ms|relapses|spasms|pain|fatigue))`,
  `(instead of|rather than) (your |taking |the )?(dmt|dmts|meds|medication|medicine|drugs|tablets|treatment|doctor|neurologist|steroids|gp|chemo)`,
  `${you} (don't|do not|dont|never|really don't|shouldn't|needn't) (really |even )?(need|bother|trust|listen|have|see|go|believe|waste)( to| with| time| your time)? (~ )?(doctor|doctors|neurologist|neurologists|gp|neuro|nurse|meds|medication|drugs|dmts|dmt|treatment|mri|scan|scans|hospital|specialist|vaccine|vaccines|steroids|consultant|pills)`,
  `(don't|do not|dont|never|no need to|stop|why) (bother|trust|listen|see|seeing|go|going|believe|waste|wasting|call|ring|tell|tell your)( to| with| time| your time| on| about)? (~ )?(doctor|doctors|neurologist|neurologists|gp|neuro|nurse|the hospital|specialist|big pharma|consultant|a and e|a&e)`,
  `(no need to|don't need to|needn't|don't|dont|do not|never) (~ )?(see|call|go to|go|ring|visit|bother) (~ )?(doctor|gp|hospital|neurologist|nurse|a&e|a and e|anyone about (that|it))`,
  `${you} (don't|do not|dont|never) (~ )?need (~ )?(ocrevus|tysabri|kesimpta|lemtrada|tecfidera|copaxone|mavenclad|steroids|[a-z]{3,12}mab)`,
  `(stay off|stay away from|keep away from|avoid|never touch) (~ )?(ocrevus|tysabri|kesimpta|lemtrada|tecfidera|copaxone|mavenclad|gilenya|aubagio|steroids)`,
  `(take|inject|use) (two |three |four |extra |more |a few |some ){1,3}(baclofen|gabapentin|insulin|steroids|tablets|pills|morphine|tramadol|diazepam)`,
  `(inject|use|take) (b12|insulin|steroids|ldn|cbd|vitamin d|morphine|cortisone) (daily|every day|before|for your|instead|and you|weekly|until)`,
  `(ignore|forget|sack|change) (your|the|what your|what the) (~ )?(doctor|doctors|neurologist|neuro|gp|nurse|consultant)( says| said| tells)?`,
  `(if i were you|my advice|my advice to you|take my advice|trust me|believe me|listen to me|word of advice|pro tip|hot tip|top tip|tip) (~ )?(~ )?(stop|take|taking|start|come off|ditch|double|halve|skip|try|drop|bin|quit|increase|up your|lower|reduce|ask for|switch) (~ )?${taken}`,
  `(i'd|i would) (~ )?(stop|take|come off|ditch|double|halve|skip|drop|bin|quit|increase|reduce|switch|start) ${taken} (~ )?(if i were you|in your place|in your shoes|straight away|right away|now|if you)`,
  `(get yourself|get|put yourself|go) (on|off|onto) (${taken}|a keto|keto|carnivore|the carnivore) (~ )?(asap|now|today|immediately|straight away|and you|and your|it will|it'll|you will|you'll)`,
  `(safe|fine|ok|okay|perfectly safe|no problem|harmless) (to|for you to) (stop|skip|double|mix|take|combine|come off|drive on|drink on|miss) (~ )?${taken}`,
  `(the right|right|correct|best|ideal) dose (for|is|for you|of) (~ )?(is|you|\\d)`,
  `your (~ )?(dose|dosage) (is|should|needs|must|sounds) (~ )?(low|high|too|wrong|be|to be|\\d)`,
  `(what you have|that|that's|this|it|it's|sounds like|those symptoms) (is|are|sounds|look|looks)? ?(definitely|clearly|obviously|certainly) (~ )?(ms|a relapse|a pseudo relapse|lyme|not ms|b12|a side effect|cancer|a uti)( not)?`,
];

/** Promising that something cures, or that doctors hide it. */
export const cures: readonly string[] = [
  `(cures|cure|cured|reverses|reverse|reversed|heals|heal|healed|gets rid of|got rid of|eliminates|eliminated|wipes out|stops|stopped|prevents|fixes|fixed|ends|beats) (~ )?(my |your |the |all )?(ms|multiple sclerosis|lesions|relapses|parkinson's|diabetes|lupus|arthritis|crohn's|me\\/cfs|fibro|fibromyalgia|autism|cancer|this disease|autoimmune (disease|conditions|diseases)?)( for good| forever| completely| naturally| in weeks| in months)?`,
  `(miracle|natural|real|secret|guaranteed|only|the|a|100%) cure`,
  `(they|doctors|big pharma|pharma|neurologists|the nhs|your doctor|your neurologist) (~ )?(don't|do not|won't|dont) (want|tell) you (~ )?(know|cured|about|get better|better|this|well)`,
  `(big pharma|pharma) (~ )?(hides|hiding|lies|lying|poison|poisoning|sick|profits|wants you)`,
  `(dmts|dmt|meds|medication|drugs|vaccines|vaccine|tysabri|ocrevus|steroids|interferon|chemo) (~ )?(poison|poisons|toxic|a scam|useless|a lie|do nothing|don't work|never work|kill you|are killing|cause ms|gave you|make it worse|makes it worse|made up)`,
  `(works|worked) (better|far better|much better) than (any |all |the |your )?(dmt|dmts|meds|medication|drugs|medicine|treatment|neurologist|doctors)`,
  `(no|without) (need for |any need for )?(dmts|meds|medication|drugs|doctors) (~ )?(if you|once you|when you|just|only|needed)`,
];

/** Asking, telling of oneself, and what nurses and charities say. */
export const notAdvice: readonly string[] = [
  "(should|shouldn't|must|do|does|did|can|could|would|may|has|have) (i|we|one|anyone|anybody|any of you|people|you|your) (~ )?(~ )?(stop|take|start|come off|skip|double|halve|try|change|switch|ask|see|use|need|increase|reduce|quit|bother|have|know)( (~ )?(meds|dmt|dmts|medication|baclofen|tablets|infusion|treatment|steroids|dose|neurologist|doctor|gp|nurse|vitamin d))?( (~ )?\\?)?",
  "(i|i've|we|she|he|they|my (mum|dad|friend|husband|wife|sister|partner)) (~ )?(stopped|stop|took|take|started|start|came off|come off|skipped|skip|doubled|halved|tried|try|changed|switched|quit|ditched|increased|reduced|dropped|use|used|had|have|get|got|was put|went|go|inject|injected) (~ )?",
  '(my|the|our|his|her) (~ )?(nurse|neurologist|neuro|doctor|gp|consultant|team|pharmacist|physio) (~ )?(said|says|told|asked|wants|suggested|suggests|stopped|put|changed|prescribed|recommended|advised|agreed|helped|lowered|raised|increased|reduced|started) (~ )?',
  "(never|don't|do not|please don't|dont) (ever )?(stop|change|start|skip|come off|double|halve) (~ )?(without|before|unless|until|on your own) (~ )?(talking|asking|speaking|your|a|nurse|doctor|neurologist|gp|advice)?",
  '(talk|speak|ask|check|see|ring|call|chat) (to |with )?(your|a|the) (~ )?(nurse|neurologist|neuro|doctor|gp|pharmacist|team|consultant|ms nurse|helpline)',
  "(can't|cannot|couldn't|won't|don't want to|afraid to|scared to|tempted to|going to|need to|have to|want to|trying to|hoping to|about to|decided to|time to|forgot to|remember to|reminder to self|reminder for me|i'm|im) (~ )?(stop|take|start|come off|skip|change|switch|double|halve|increase|reduce|stopping|taking|starting|switching|coming off) (my|the|a|it) (~ )?",
  '(cure|cures) (~ )?(research|one day|hope|hoping|yet|found yet|fundraising|for boredom|for hiccups|all cuddle|walk|trial|trials)',
  "(no|isn't a|is no|not a|there's no|there is no|looking for a|find a|until there is a|raise money for a|research into a|hope for a|wait for a|waiting for a) (~ )?cure",
  'stops (me|my|the (bus|train|dripping|rain))',
  '(take|try|have|use) (some |more |a |the )?(time|rest|nap|break|it easy|care|cushion|scooter|lift|seat|breath|pictures|photos|bus|train|a look|the (lift|bus|train))',
];
