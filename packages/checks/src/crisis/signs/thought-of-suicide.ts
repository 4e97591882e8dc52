/** Thoughts of ending one's life, with no method or time said (C-SSRS level 2). */
export const thoughtOfSuicide = `
  (i|ill)? <going> <really>? <selfKill>
  (i|i am|i keep|keep|been|have been|i have been|was) <really>? <think> ~ (about|of|how)? ~ <selfKill>
  (i|i am|i was|i have|we)? ~ (suicidal|suicidal thoughts|suicidal ideation|suicidal feelings|feeling suicidal) ~ (again|tonight|today|now|lately|right now|this week|still|all day|all night|since|these days|every day|every night|any more)
  (i am|i feel|i have|i have been|feeling|am|i am feeling|i keep having|having|been|i get|getting|i was|i felt|been feeling|i keep getting) <really>? (very|quite|pretty|having|getting|a bit|having such|some|these|the|those|bad|been)? (suicidal|suicidal thoughts|suicidal feelings|suicidal ideation|suicide thoughts|thoughts of suicide)
  suicidal (thoughts|feelings|ideation|urges) (are|have|keep|got|is|came|come|coming) ~ (back|bad|worse|strong|loud|coming|screaming|unbearable|stronger|louder|returned|me)
  (thoughts|thinking|thought|think|thinks) ~ (of|about) (suicide|killing myself|ending my life|ending it|ending things|ending it all|taking my life|taking my own life)
  (i|i <really>|i just|i only|<really>|today i|tonight i|still) (want|wanted|wish|would like|long|wants) to die
  (want|wanted|wanting|wish) to (just)? die (now|tonight|today|so bad|so badly|please|right now|and|but|here|in my sleep|every day|already|too|more than|really|again|any more|i|lol|rn|this|every)
  (just|really|honestly|still|only|literally|do|fucking|all i do is|genuinely|seriously|sometimes) want to (just|fucking|really)? die
  (want to|wanna) die .
  all i (want|wanted|think about|can think about|think of) (is|now is|is to|was to|to do is) (be dead|to be dead|to die|die|death|dying|suicide|how to die)
  i (must|need to|have to|ought to|should|am going to|could|might) (just)? die (tonight|now|soon|so|already|to be free|for it to stop|and be done)
  i (should|may as well|might as well|could|could just|would) (just|as well)? <selfKill>
  (might|may) as well (just)? (be dead|die|kill myself|end it|be gone)
  (i|want to|going to|ready to|will|might|need to|could) (just)? end (it|things|everything|this|it now) (all|tonight|now|for good|today|once and for all|soon|myself|tomorrow|already|forever)
  (i)? (want|wanted|need|ready|going|planning|have decided|decided) to end (it|this life|my suffering|my pain|everything|things) .
  (thinking|think|thoughts|thought) (about|of) ending (it|things|everything|my pain|my suffering)
  (want|need|wish|wanted) (it|this|everything|the pain|life|it all) (all)? to (stop|end|be over) (forever|for good|for ever|permanently|now|tonight|so badly|all|any more|once and for all)
  (i)? (just|really|only) (want|need|wanted) (it|this|everything|it all|all of it|all this|all of this) to (stop|end|be over)
  (i will|i am|going to|about to|ready to|want to|i might|might) (going to|be)? (be dead|dead) (by|soon|before|tonight|tomorrow)
  i am (going to|about to|ready to) (jump|do it tonight|do it now|do something stupid|do something to myself|hang|overdose)
  (going to|about to|might|scared i will|afraid i will|scared i might|afraid i might|think i will|worried i will|worried i might) do something (stupid|silly|bad|terrible|daft) (to myself|tonight|now|today)
  (not|never|can not be) safe (from myself|with myself|around myself|on my own tonight|to be alone|to be on my own|alone tonight|from my own|in my own head)
  (scared|afraid|frightened|terrified) of (myself|what i might do|what i will do|what i could do|my own thoughts|being alone with my thoughts|my own head)
  can not (trust|keep) myself (alone|safe|tonight|not to|with|any more|on my own|to be alone)
  (suicide|killing myself|dying|death|ending it|ending my life) (is|seems|feels|looks|sounds|was) (like)? (the|my|an|a) (only|best|easiest|last|good|real|option|answer)
  (suicide|ending it|killing myself|ending it all) (is)? (on my mind|in my head|calling|crosses my mind|keeps crossing my mind|constantly|all day|every day)
  (only|best|easiest|one) (way|option|answer|exit|thing|choice) (out|left|i have|now|i see|i have left)? (is|would be|left is) (to)? (die|suicide|death|kill myself|end it|dying|end my life|ending it|be dead)
  (voices|voice|head|brain|mind) ~ (tells|telling|tell|screams|screaming|saying|says|keep telling|keeps telling) me to (kill myself|die|do it|end it|jump|hurt myself|end my life|cut)
  (urge|urges|impulse|want|temptation) to (die|kill myself|jump|end it|end my life|end it all|drive into|step in front|throw myself)
  (i)? (am)? (contemplating|considering|googling|researching|searching|looking up) (suicide|ending it|ending my life|killing myself|ways to die|how to die|ways to kill myself|how to end it|ways to end it|painless ways|methods|dying)
  how (do|can|to|would) i (kill myself|die without|end my life|end it|die painlessly|die without pain)
  (easiest|painless|quickest|quick|least painful|best) (way|ways) to (die|end it|kill myself|kill yourself|go|end my life)
  (is)? (suicide|dying|killing yourself|hanging|drowning|an overdose|overdosing) (hurt|painful|painless|does it hurt)
  i (attempted|tried) (suicide|to end my life|to kill myself|to end it|to die|to end it all|to take my life|to take my own life|to hang|to overdose|to jump)
  my (suicide attempt|last attempt|attempt at suicide|second attempt|third attempt)
  (assisted dying|dignitas|euthanasia) ~ (for me|for myself|my way out|i have booked|i want|booked|i am going)
  (just|please|someone|somebody|can someone|god) (please|just)? (kill me now i mean it|put me down|put me out of my misery i mean it|end me please|finish me off please)
  <selfKill>
  (thinking of|thinking about|thought of|feel like|feeling like|might as well be) (topping|offing|ending|doing|necking|killing|hanging) (myself|me self|meself)
  (i might|i will|i am going to|i could|i am scared i might|afraid i might|scared i will|scared i might|i would) (just)? do something (to myself|to me|stupid tonight|bad to myself|terrible to myself)
  (not|never) safe (on my own|alone|by myself|left alone) (right now|tonight|today|at the moment|any more)
  (tried|tries|attempted|trying) to die
  i (need|have|deserve|long|want|ask) to die
  (bit|part|half|all|most|piece|fibre|cell) of me wants (to die|to be dead|it to be over|to end it|to be gone)
  if ~ ~ (fails|leaves|says no|gets worse|comes back|goes on|happens again|does not work|do not work|does not stop) ~ (i am|i will) (ending|end|done) (it|with life|with living|my life|here for good)
  (death|dying|suicide|the end) is (calling|whispering|waiting for) (me|to me|my name)
  i (am|will be|have been) (obsessed|consumed) (with|by) (death|dying|suicide)
`;
