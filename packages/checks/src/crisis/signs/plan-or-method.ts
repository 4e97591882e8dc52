/** A way, a time, a preparation, or something that has been done (C-SSRS levels 3 to 6): a person looks, always and at once. */
export const planOrMethod = `
  <going> ~ <selfKill> ~ (with|using|by|tonight|today|tomorrow|now|on|after|before|this|when|in the) ~ (<ways>|<soon>)?
  <selfKill> ~ <soon>
  <soon> ~ (i|i am)? <going> ~ (<selfKill>|end it|die|jump|finish it|be dead|not be here)
  (end it|die|be gone|be dead|finish it|dead|end things|over for me|gone) <soon>
  i (have|got|made|have got|have made|know|already have|finally have) (a|my|the) (plan|method|date|way to do it|way out planned|rope|noose|gun|day picked) ~ (die|end|kill|it|now|tonight|ready|set|how|all|to|worked|picked|for)
  i (know|worked out|have worked out|decided|have decided|picked|have picked) ~ (how|when|where|day|date|way) ~ (do it|end it|die|kill|end my|finish it|hang|jump)
  (have|got|picked|set|chosen) (a|the|my) (date|day) ~ (to die|to do it|to end it|when i|for it|i will die|i die|for my death)
  (saved|saving|hoarded|hoarding|stockpiled|stockpiling|collected|collecting|keeping|stashed|counted|counting|lined|been saving) (up|out)? (all)? (of)? <own>? (the|enough|all|those|these)? (old|spare|leftover|strong|sleeping|pain)? (<ways>|baclofen|painkillers|sleeping tablets|strong ones|patches)
  (bought|got|have|found|tied|made|ordered|holding) (a|the|my|some)? (rope|noose)
  (bought|ordered|got|have|found|hiding|holding) (a|the|enough|some|my) ~ (rope|noose|blade|blades|razor|gun|helium|tablets|pills|bottle|bottles|knife) ~ (to|for|and|in) ~ (do it|end|kill|die|tonight|enough|finish|me|gun|head|mouth|wrist)
  (enough|all) (the|of|my|these|those|of my|of the)? (tablets|medication|morphine|baclofen|paracetamol|painkillers|insulin|codeine|amitriptyline|diazepam|sleeping tablets) ~ (to|and) ~ (kill|end|die|never|sleep forever|stop|not wake|go|finish|be)
  (take|taking|took|taken|swallow|swallowed|swallowing|swallow|neck|necked|downed|down|had) (the whole|all|all of|a whole|an entire|too many|a load of|loads of|a handful of|every one of|a lot of|a bottle of|a box of|a packet of|every|so many|a bunch of|the entire|a pile of) (the|my|of|these|those|his|her|last|one|of my|box|packet|bottle|pack|strip)? ~ (tablets|baclofen|paracetamol|medication|painkillers|sleeping tablets|insulin|bottle|box|packet|codeine|amitriptyline|diazepam|tramadol|stash|pack|strip|gabapentin|pregabalin|one|antidepressants|ibuprofen|them) ~ (and|to|at|so|just|i|now|tonight|because|but|in|today|lot)
  (took|taken|have had|swallowed) (too many|all my|a whole|loads of|all the|a whole bottle of|the whole box of|a load of|every one of my|the whole packet of|all of my|a handful of|so many) (tablets|paracetamol|baclofen|painkillers|medication|pills|sleeping tablets|codeine|amitriptyline|diazepam|insulin|gabapentin|pregabalin|antidepressants)
  (i|i have|i just|just|have|think i|think i have) (took|taken|take) an (overdose|over dose|od)
  (i)? (am)? (going to|want to|might|will|could|tempted to|thinking of|thinking about|planning|plan|think about|keep thinking about|about to|ready|have|just|have just|i)? (to)? (overdose|overdosing|overdosed|od|over dose) (on|with|tonight|again|now|myself|and|i|today)
  <going> (overdose|od)
  (i)? (am)? (standing|sitting|stood|sat|waiting|looking|walking|going|parked|driving) ~ (on|at|by|to|off|down from|over|towards) (the|a|this) (edge of the|edge of|top of the|top of)? ~ (bridge|train tracks|tracks|railway|rails|roof|ledge|cliff|platform edge|level crossing|railing) ~ (jump|and i|end|over|do it|step|to die|want to|ready|die|goodbye|again|tonight|it would)
  (jump|jumping|jumped|throw myself|throwing myself|throw me|fling myself|step off|roll|rolling|roll myself|drive|driving|wheel myself|steer|walk|walking|step|stepping|lie down) (off|in front of|under|into|from|out of|out in front of|in to|down) (a|the|that|this|my|oncoming|incoming|traffic|next) ~ (bridge|train|roof|car|window|balcony|bus|cliff|building|lorry|truck|tree|wall|river|canal|sea|traffic|tube|tram|lake|platform|ledge|motorway|tracks|stairs|car park|dam|pier|sea|one|reservoir) ~ (end|die|and|be|so|i|tonight|would|to|it|over|now|then|myself|again|today|on purpose)
  (jump|jumping|throw myself|throwing myself|step|stepping|roll|rolling|roll myself|drive|driving|wheel myself|steer) (off|in front of|under|out in front of) (a|the|that|this|next|an oncoming) (bridge|train|roof|bus|lorry|truck|tube|tram|motorway bridge|multi storey|car park|car|cliff)
  (drive|driving|steer|steering|crash|crashing) (my|the)? (car|van|scooter|chair|wheelchair)? (into|off|in to|straight into) (a|the|oncoming) (tree|wall|bridge|lorry|truck|traffic|river|cliff|canal)
  walk into the (sea|river|water|lake) and (not|never) (come back|stop|return|come out)
  (wrote|written|writing|leaving|left|write|finished|have written) (my|a|the|some|all the|all my|all the goodbye|them)? (suicide note|suicide notes|suicide letter|goodbye letter|goodbye letters|goodbye note|goodbye notes|last letters|farewell letter|note to say goodbye|note for my|notes to the kids|letters for the kids|letters to the kids|letter to my kids)
  (suicide|goodbye) (note|letter|letters|notes) (is|are) (written|ready|done|on the table|finished|in the drawer)
  (slit|slitting|slash|slashing|cut|cutting|open|opening|sliced) (my|me) (wrist|wrists|veins|throat|arteries)
  (hang|hanging|hanged|strangle|suffocate|suffocating|gas|poison|drown|electrocute|stab|shoot|drowning|stabbing) myself
  (gun|pistol|rifle|barrel|knife|blade) (to|at|against|in) my (head|mouth|temple|wrist|throat|heart|chest|skin)
  (blow|blowing) my (brains|head) (out|off)
  put a (bullet|gun) (in|to|through) my (head|brain|mouth)
  (i have|have) (stopped|given up|quit) (eating|drinking|taking my tablets|taking my medication|taking my insulin|eating and drinking) (to|so|because) ~ (die|end|dead|faster|be over|want to die|kill)
  (given|giving|give) away (all)? (my|all of my) (things|stuff|belongings|possessions|books|records|pets) ~ (because|so|before|will not need|do not need|ready|no need|where i am going)
  (sorted|changed|written|updated|put|got) (out)? (my|all my) (will|affairs|insurance|papers) ~ (ready to go|ready to die|so i can go|nothing left|can go now|so no one has to find|before i end|before i do it|then i can go|not be here)
  (found|find) someone (for|to take|to have) the (dog|cat|dogs|cats) (so|then|before|and) ~ (can go|i can|ready|be gone|end|leave)
  (after|once|when) ~ (weekend|tweet|takeover|post|monday|tonight|birthday|christmas|funeral|kids are) ~ (i|i am|i will) ~ (end it|end my life|kill myself|be gone for good|not be here|die|be dead|will be gone|can go)
  (last|final) (thing|post|tweet|message|words|night|day|weekend|evening|sunset|meal|birthday|christmas) (i|before i|i will|that i|of my life|on earth|on this earth|alive|you will|you) ~ (die|do|end|kill|go|write|post|send|ever|see|do it|me|read|get from me|hear)
  (tonight|today|tomorrow|this weekend) is (the|my) (night|day|last night|last day|last|end|time i) ~ (i|die|end|alive|on earth|do it|here|it ends|for me)
  (tonight|today|tomorrow|this|sunday|monday|soon) (it|this|everything) (all)? (ends|will end|will be over|is over) ~ (for me|me|finally|i)
  (razor|blade|knife|tablets|rope|noose|gun|bottle of tablets|pills) (is|are|sits|lies|lying|sitting|here|waiting|right) ~ (in front of me|next to me|beside me|in my hand|in my hands|on the table|ready|waiting for me|by the bed|on the bed|calling|in the drawer)
  (i)? (am)? (counting|looking at|staring at|holding|lining up) (out)? (all)? (my|the|these) (tablets|baclofen|medication|blades|insulin|rope|morphine|paracetamol|painkillers|sleeping tablets) (and|again|right|wondering|tonight|thinking|on|in|now|to)
  (have|got|made|worked out|know) (a|my|the) (plan|method) and (i|know|the|a|everything|tonight|it|when|nobody|no one)
  (overdose|overdosing|over dose) ~ (end|tonight|die|again|thoughts|thinking)
  (thinking|think|thought|thoughts) (of|about) (overdosing|overdose|an overdose|taking an overdose|jumping off|jumping in front|jumping from|hanging|slitting|crashing my car|crashing the car|stepping in front)
  on (the|a|this|my) (bridge|roof|ledge|tracks|cliff|platform|balcony|railing|cliff edge|edge of the platform|edge of the cliff|edge of the roof) ~ ~ (about to jump|going to jump|to jump|wanting to jump|want to jump|ready to jump|to die|end it|let go)
  about to jump .
  (rolling|roll|wheel|wheeling|drive|driving|push|pushing|throw|throwing) (my|the) (chair|wheelchair|scooter|car|body|self) ~ (in front of|off|under|into the|onto the) ~ (train|bridge|platform|lorry|bus|river|canal|cliff|water|traffic|road|tracks|sea|truck)
  (jump|step|roll|walk|lie|lie down|stepped|jumped|walked|rolled|stepping|walking|rolling|jumping) (in front of|under|out in front of|on the tracks|out into) ~ (train|bus|lorry|truck|traffic|tube|tram|tracks)? ~ (on purpose|and end|to end|to die|end it|tonight)
  which (train|bridge|tree|bus|lorry|roof) to (jump|step|throw|roll|drive)
  (tonight|today|tomorrow|sunday|monday) i (will|am going to)? (end|finish|do) (it|things|it all|this for good)
  (decided|picked|chose|chosen|planned|set) (when|how|where|the day|the day when) i (am going to die|will die|am going to do it|will do it|want to die|die|end it|am going to end)
  know how i am going to do it ~ (i know when|tonight|when|and when|soon)
  (letters|notes|cards|videos|messages) (for|to) (the|my|all the) (kids|children|family|boys|girls|wife|husband|son|daughter) (are|is)? (all)? (written|ready|done|finished|recorded|sealed) ~ (so|and|now|i|can go|ready)?
  (blade|razor|knife|scalpel) (is)? (back)? in my (hand|hands) (again|now|tonight|right now)?
  (wheeled|drove|walked|went|rolled|took myself|came|come) (out|down|up|myself|over)? ~ (canal|river|bridge|cliff|sea|tracks|roof|station|railway|water|motorway|cliffs|pier|dam) ~ (end|jump|die|drown|kill|not come back|never come back)
  (bottle|box|packet|handful|pile|stash) (of)? (tablets|medication|painkillers|morphine|paracetamol|baclofen|sleeping tablets|insulin|codeine) (in front of me|next to me|beside me|in my hand|on the table and i|ready|in my lap|is ready|is open)
  tablets (lined up|laid out|counted out|ready|all out) ~ (table|bed|front|one for|count|tonight|i)
  (google*|looked up|searched|checked|read up on|worked out|know) ~ (lethal dose|fatal dose|how many tablets|how much insulin|how many paracetamol|how much morphine|how high)
  (lethal|fatal) dose (of|for) ~
`;
