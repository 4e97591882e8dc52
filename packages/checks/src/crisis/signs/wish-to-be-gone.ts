/** A wish not to be alive, without doing anything about it (C-SSRS level 1). */
export const wishToBeGone = `
  (i|ill)? (do not|did not|not|no longer|never) <really>? (want to|wanted to|wanna) <really>? be here (any more|any longer|now|tonight|tomorrow|at all|today|with this|like this)
  i (do not|did not|no longer) <really>? want to <really>? be here
  (do not|no longer) want to be (here|alive|around) .
  (do not|no longer) want to be (alive|around any more|on this earth|in this world|on this planet|part of this world|here any more)
  i (do not|no longer) <really>? want to be (alive|around|living|a part of this world)
  (do not|did not|no longer|never) <really>? want to (live|exist|carry on living|go on living|keep living|be living)
  (do not|not) want to wake up (any more|again|tomorrow|in the morning|ever)
  i (do not|did not|never) <really>? want to wake up
  (wish|hope|hoping|hoped|pray|prayed|praying|if) ~ (would|will|could|do|did|might|can)? (not|never) wake up
  (go|went|fall|fell) (to sleep|asleep) and (never|not) (wake|waking) up
  sleep ~ (forever|for ever) and (never|not) wake
  (want|wanted|like|love|nice) to (sleep|go to sleep|fall asleep) (forever|for ever|and never wake up|and not wake up|and stay asleep)
  not waking up (again|tomorrow|any more|sounds|seems|would be)
  i wish i (was|were|had been|could be|would be) (dead|gone|not here|not alive|never born|no longer here|six feet under)
  (wish|wishing) i was (dead|gone)
  i wish i (had|would have) (never|not) (been born|woken up|woke up|survived)
  wish i had never been born
  i wish i (did not|could stop|would stop|could just stop) (exist*|being alive|existing|living)
  i wish i (would|could) (just|simply)? (die|disappear for good|disappear for ever|disappear forever|not exist|cease to exist|be dead)
  i wish (it|the relapse|the car|the accident|my relapse|covid|the stroke) had (killed me|finished me|taken me)
  (i|i <really>|<think>) (want to|wanted to|would love to|would like to) (just|simply)? (not exist|stop existing|cease to exist|disappear forever|disappear for ever|disappear for good|be no more)
  want to (stop existing|not exist|be dead|disappear and never come back|vanish for good|cease to exist|be gone for good)
  (rather|sooner) (be dead|die|not be alive|not exist|not be here)
  (better|best) (off)? (dead|if i was dead|if i were dead|if i died|if i was gone|if i were gone|not being here|not alive)
  (everyone|they|the kids|my kids|my children|my family|my <person>|you all|the world|people|he|she|you|everybody|them|all of them|the family|this family) ~ (would|will) ~ (better|happier|easier|fine|relieved|lighter|freer|richer) ~ (without me|if i was gone|if i were gone|if i was dead|if i were dead|if i was not here|if i were not here|if i was not around|if i died|when i am gone|once i am gone|if i did not exist|with me gone|with me dead|when i am dead)
  (better|happier|easier) off without me
  (better|happier|easier) for (everyone|them|all|my <person>|the kids|my kids|my family|you all) ~ (without me|if i was gone|if i were gone|if i was not here|if i was not around|if i was dead|if i died|if i were not here)
  (no one|nobody|not a soul|who) (would|will|will even|would even) ~ (miss me|notice if i|care if i|cry if i|notice i was gone|care i am gone|notice me gone)
  (would|will) (any one|anyone) ~ (miss me|notice if i (died|disappeared|was gone|was not here|stopped)|care if i (died|was gone|disappeared))
  (i am|being|feel like|just|such|nothing but) (just|only|nothing but|such|like)? a (burden|drain|waste of space|waste of air|waste of oxygen|dead weight|millstone) (to|on|for)? (everyone|them|my|all|the|you|others|people|him|her|this|and)
  i (am|feel) (just|only|nothing but|such|like|like such)? a (burden|waste of space|waste of oxygen|dead weight|millstone|drain on everyone)
  waiting to die
  (ready|longing|hoping|begging|praying|asking) (to|to just|to finally|god to let me) (die|be dead)
  (cannot|can not) wait to (die|be dead|be gone for good)
  (hope|hoping|wish|praying|pray) ~ (this|the|my|it|something|a|next|god|he|she|cancer|illness|ms|lightning|car|bus|lorry|truck) ~ (kills|takes|finishes|runs over|gets|hits|ends|would take|would kill|to take|to kill|would hit|to end) me
  (let|letting) me (just)? (die|go to sleep and not wake|fade away|not wake up)
  (please|someone|god|lord|just|universe) (just)? let me die
  life (is|was|feels|seems) (just|really|simply)? (not|no longer|hardly|never|no|not even) ~ (worth (it|living|the|all|any)|worth it)
  (is|was) (not|no longer) worth living
  not worth living
  (i|i am) <feel>? ~ (tired of|done with|finished with|sick of|had enough of|fed up with|through with|over) (living|life|being alive|existing|existence|this life|my life|waking up)
  (tired of|done with|sick of|fed up of|fed up with) (living|being alive|existing|life)
  no (reason|point|will|wish|desire) (left)? (to live|to be alive|in living|in being alive|to stay alive|to go on living|in life|to exist|to keep going|in going on|to carry on|in carrying on|to go on|in staying|in being here|in me being here|to wake up|in waking up|to get up)
  (what is|is there|cannot see|can not see|see|where is) (the|any|a) (point|reason) (of|in|to|for) (living|being alive|life|my life|going on|me|carrying on|live|stay alive|staying alive|existing|being here|be here|go on|waking up)
  (what am i|why am i) (even|still)? (alive|living for|still here for)
  why (should i|bother|do i) (even|still)? (live|be alive|stay alive|keep living|living|staying alive|to live|keep being alive)
  (i)? (hate|cannot stand|can not stand|hating|can not bear|can not take) (being alive|living|my existence|existing)
  (world|earth|planet|place) ~ (better|happier) ~ without me
  i (should|do) (not|never) ~ (be here|exist|have been born|be alive|deserve to live|deserve to be alive|deserve life)
  i deserve to (die|be dead|not live)
  i (would|will) not mind (dying|being dead|not waking up|if i died|if i did not wake up|if i never woke up)
  (peaceful|relief|easier|restful|nice|better) (to be|being|if i were|if i was) dead
  (death|dying|being dead) (would|will|feels|seems|sounds|looks) (be|like)? ~ (relief|peaceful|easier|kinder|restful|nice|better|comforting|mercy|a way out|only way)
  (i|keep|been|always) (think|thinking|dreaming|daydreaming|fantasising|fantasizing|obsessing) ~ (about|of) (dying|being dead|death|my own death|my death|not being here|not being alive|how it would be to be dead)
  i (crave|long for|welcome|pray for|wish for|want) (death|to be dead|death to come)
  do not (care|mind) (if|whether) i (live|die|wake up|am alive|make it through|live or die)
  do not care any more (if|whether) i (live|die|wake)
  (living|life|every day|being here|being alive|existing) is (just)? (too|so|unbearabl*) (much|hard|painful|heavy|unbearable)? ~ (any more|to bear|to go on|to carry)
  (life|living|existence) is (unbearable|torture|pointless|meaningless|hell|not for me)
  stop the world i want to get off for good
  nothing (left|more)? (to live for|worth living for|to stay for|keeping me here|keeps me here)
  (nothing|no one|nobody|little) (left)? (keeping|keeps|holding|holds) me here
  only (reason|thing) ~ (i am|keeping me|keeps me|i stay|am) (still)? (alive|here|living)
  i (had|would) never been born
  (wish|wishes|wished|hope|hopes|hoping|hoped|pray|praying|prayed) ~ ~ (finished me|finished me off|killed me|kill me|take me|took me|lets me die|let me die|i die|i would die)
  (does not|not|no longer|hardly|never) ~ (feel|seem|feels|seems) worth (it|living) (any more|at all|to me now)
  (ready|long|begging|i am ready|i have been ready) to die
  (daydream|dream|think|fantasise|fantasize|daydreaming|dreaming|fantasising) (about|of) (not|never) (being|waking|existing|living)
  (living|being alive|existing|being here) (is|feels|has become|became) (just)? (too|so|unbearably|really|impossibly) (painful|hard|heavy|much|exhausting)
  wish i (did not|could|could just|might|would just|simply) (exist|cease to exist|be gone|not exist|vanish|evaporate|fade away)
  had enough (of)? (this|my)? (life|living|being alive|existing|this existence|all of it and of me)
  (thought|idea) of (not waking up|dying|being dead|death|not being here|ending it)
  (no|any) (future|tomorrow) (for me|with me in it|i want to see)
  i (am|was) not meant to (be here|live|survive|be alive)
  not (going to|gonna)? bother (living|staying alive|waking up)
  (you|they|she|he|everyone|people|we) (will|would) (all)? (be|do|cope|manage) (so much|much|far|just|a lot|loads)? (better|happier|fine|freer|lighter|ok|okay) without me
  (everyone|everybody|they|them|you|family|kids|children|boys|girls|husband|wife|partner|mum|dad|friends|son|daughter) (is|are|would be|will be|be|deserve better) better off without me
  (if|wish|hope) i (never|do not|did not) (wake|woke) up (again|tomorrow|at all|ever)?
`;
