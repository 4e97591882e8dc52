/** At the end of one's strength, with no way out in sight. Tiredness alone is no despair: many illnesses are tiring. */
export const despair = `
  i (<really>)? (can not|could not|do not know how to|do not think i can|do not think i could|not able to|do not want to|will not|no longer can|am not able to|am unable to|can no longer|do not know if i can|am not sure i can|do not have the strength to|do not know how much longer i can|not sure how much longer i can|not sure i can) <really>? (go on|carry on|keep going|keep on going|continue living|live) (like this|any more|much longer|any longer|with this|without|anymore|living|now|for much longer|another day|tonight|at all|and|i|i am|so)
  i (can not|do not want to|do not know how to|could not) <really>? (go on|carry on) .
  (can not|do not want to) (go on|carry on) (any more|like this|any longer|much longer|living|anymore)
  (can not|do not know how to|could not|do not want to|not able to|can no longer) <really>? (live|exist|survive) (like this|any more|any longer|with this|with myself|in this body|without|another day|with the pain|with it)
  (can not|could not|do not want to|not do) <really>? (do|take|face|cope with|bear|stand|handle|fight|deal with|stomach) (this|it|life|living|another day|another night|the pain|this pain|my life|this life|this illness|all this|one more day|one more night|anything|things|this body|another relapse|being me) (any more|any longer|for one more day|anymore|another day|much longer|again|like this|at all|i|one more day|alone)
  (can not|could not) <really>? (face|bear|take|survive|do|get through) (another|one more|any more) (day|night|week|hour|minute|morning|year|of this|pain)
  (cannot see|can not see|do not see|there is|see|is there|i have|have|is|am) (no|any|a|without) (way out|way forward|future|way through|end to this|light at the end|escape|hope left|hope for me|future for me|end to it|hope any more) (any more|for me|left|in this|of this|but|other than|of|here|now|at all|from this)?
  (lost|losing|given up|giving up|running out of|out of|have no|no|there is no|without|give up|gave up) (all|my|any)? (hope|hope left) ~ (living|life|any more|left|for me|no point|completely|ever|of ever|and will|nothing|for a future|i am)
  (giving|given|give|gave|ready to give|want to give|wanting to give) up (on)? (life|living|myself|the will to live|the fight to live|being alive|on everything and everyone|everything)
  (lost|losing|lose|no|not got the|have not got the|without the) (the|my)? will to (live|go on|carry on|exist|fight any more|keep going|fight)
  (done|finished|tired|i am through|exhausted|so tired|weary) (of|with)? (fighting|trying|pretending|holding on|hanging on|struggling|surviving|living) (any more|to stay alive|to live|and i|i want|just to|so i|for|to stay here|for my life|i can not|it is time|and ready)
  (i am|i am so|i am <really>|am|so) (done|done fighting|done trying|finished|broken|done with everything|done with it all|done with all of it) (with life|with living|fighting|and i want|with everything and everyone|beyond repair|for good|living|i want out|with this life|with this world|trying|existing|and no one|and nobody)
  i want out (of life|of this life|of this body|of my life|of this world|for good|any more|now)
  (want|need) (it all|everything|the pain|all of this|all this|this pain|the suffering|this hell|my pain|my suffering) (to|just to) (stop|end|go away forever|be over)
  (nothing|no one|nobody) (will|would|can|could) ever (get better|help me|change|be ok|be good again|be right again|fix me|make it better|save me)
  (nothing|there is nothing|have nothing) (left|more)? (for me|to hope for|in me|to give|here for me|to fight for|i can do) ~ (here|any more|left|but|now|to go on|only|i)
  (it|things|life|this|nothing) (will|is going to|can) (never|not) (ever)? (get|be|feel|gets) (better|ok|good again|any better|worth it|easier) ~ (i can not|no point|what is the point|so why|so what|for me|and i|give up|want|done)
  (what is|is there|see|there is|there is no|seeing|see no) (the|any|a|no)? (point|use) (of|in|to|any more) (any more|anything|going on|trying any more|fighting any more|carrying on|me being here|it all any more|all this suffering|this life|anything any more|in trying|fighting)
  (no|not any|any|the|little|there is no|not) (point|use) (to|in|of|any more) (anything|me|carrying on|going on|my life|it all any more|anything any more|fighting|trying any more|tomorrow|me any more)
  (feel|feeling|am|so|i am|felt|completely|utterly|totally) <really>? (trapped|hopeless|worthless|empty|useless|numb|desperate|alone|broken|lost) ~ (can not go|no way out|want to|do not want|end|no one would|nobody would|life|better off|give up|for good|no point|please help|help me|i can not|what is the point|nothing left|in my own body and)
  (hate|despise|loathe) (myself|my life|being me|my existence) (so much|and|more|every|i|for|today|too|with|right now|tonight|because)
  (at|reached|hit|hitting|am at|near|close to) (the|my)? (end of my tether|end of my rope|breaking point|rock bottom|very end|lowest point|end of the line|bottom of everything) ~ (and|i|can not|do not|please|no|tonight|with everything|help|nothing|want)
  (at the end|end) of my (tether|rope) (and|i|please|tonight|with life|can not|now)
  (please|someone|somebody|can someone|anyone|i need) ~ (help me|help|save me|talk to me) ~ (i am not safe|i can not go on|i do not know what i will do|before i|going to do|not safe|i am scared of myself|to stay alive|stay alive|to live)
  relapse (is|was|has been|got|so)? (so)? (bad|cruel|heavy|hard|awful|much|terrible|severe) ~ (i)? ~ (can not go on|do not want to go on|want to give up on|no longer want|do not want to live|can not live|can not carry on|can not do this any more|do not see a|want it to end|want to end)
  (i am|am|getting|become|becoming) (falling|slipping|going|spiralling|spiraling|sinking|drowning) ~ (and no one|and nobody|and i can not stop|under for good|into the dark|and do not want|away and|too deep)
  (i am)? not (coping|ok|okay|alright|doing ok) ~ (not safe|scared of myself|do not want to be here|want to die|help|can not go on|please|tonight|at all any more|dark)
  (dark|darkest|black|blackest|scary|very dark|bad|really dark) (place|thoughts|thought|head space|headspace|mind) ~ (again|tonight|today|right now|and i|i can not|won|winning|taking over|back|scared|frightened|help|are|is)
  (in|am in|going to|back in) (a|such a|the) <really>? (very|really|pretty)? (dark|bad|scary|black) place (again|tonight|today|right now|and|i|now|at the moment)
  (do not|not|not sure|no idea how|wonder how|unsure) (think|know|believe|if|how|whether)? (how)? (i)? (can|could|will|to|am going to)? (keep going|keep on going|carry on|go on|survive this|live through this|get through this night) (any more|like this|much longer|.)
  (lost|losing) all (my)? hope .
  (tired|sick|weary|exhausted|done) (of|with)? (fighting|trying|struggling|holding on|pretending) . (i am|so|and)? (done|finished|over|out)
  i want out .
  (no|not any|nothing) (fight|strength|hope|energy) (left|more)? (no|and no|nor) (hope|fight|strength|energy|will|reason)
  (no|what is the) (point|use) (in)? trying (any more|any longer)
  (can not|could not) (cope|carry on|manage|go on|keep going|continue) (with)? (living|life|being alive|being me|.|any more .)
  how do (people|you|others|you all) (carry on|go on|keep going|keep living|live like this) ~ ~ (can not|do not know|any more)
  i can not any more
  (just)? (give|giving|given) up (on me|on life|on living|on everything|on it all|for good)
  (everything|it|all) (is|feels) (pointless|hopeless|meaningless|futile) (and|now|any more|.|i|to me)
`;
