/** Hurting oneself, done or wished for, without a wish to die being said. */
export const selfHarm = `
  (i|ill)? (<going>|keep|kept|started|start|been|have been|am|was|have|just|had to|<really>|relapsed into|back to|resist|stop|fighting the urge to|urge to|urges to|not to|not|love|<think> about|<think> of|<think> how to|back at|got into) <really>? <hurtSelf>
  <hurtSelf> (again|tonight|today|to feel|to cope|because|so i|feels|helps|is the only|since|last night|every|when|was the only|more|and|is|just|with|in secret)
  i <hurtSelf>
  (the)? (urge|urges|craving|need|want|wanting|temptation|itch) to (cut|self harm|hurt myself|burn myself|harm myself|hurt me|bleed|slice|harm)
  (i)? (cut|cutting|sliced|slicing|carved|carving|burned|burnt|scratched|hurting|burning|slashed) (up|into|on)? (my|open my) (own)? (arm|arms|leg|legs|thigh|thighs|skin|wrist|wrists|stomach|body|forearm|hips)
  (went|going|gone|go|am) back to (cutting|self harm|self harming|the blade|the blades|burning|hurting myself|old ways of hurting)
  (i|been|have been|am|was) (cutting|self harming) (again|tonight|for|since|every|all|more|in secret|now|to cope|lately|so much|a lot|and)
  self harm (thoughts|urges|is back|has come back|again|relapse|relapsed|feels|is the only|helps|helped|is my|calms|is how)
  relapsed (with|on|into) (my)? (self harm|cutting|sh)
  (days|weeks|months|years|day|week|year|month) (clean|free) (from|of) (self harm|cutting|sh) ~ (and|until|till|but|gone|over|ruined|today|tonight|yesterday|broke|blew|lost|relapsed|wasted)
  (days|weeks|months|years) (clean|free) ~ (and i cut|and i just cut|gone|cut again|ruined|and i relapsed|down the drain|cut last night)
  (i|just) <really>? (want|wanted|need|needed|would love|going|have) (to)? (bleed|see blood|see myself bleed|feel the blade|punish myself|punish my body|claw my skin off|tear my skin off|feel pain on purpose)
  (hit|hitting|banging|bang|smashing|smash|banged|punching|punch|punched) (my|myself in the) (own)? (head|face|skull|legs|thighs) ~ (wall|on purpose|again|until|to|because|with)
  (pain|cut|cuts|cutting|blade|burning|bleeding|hurting myself) is the only (thing|way|time) ~ (feel|helps|cope|calm|quiet|stops|feels|control|works|relief)
  (stopped|not|have not|quit|stop) (eating|eaten|eat) (anything)? (for|in|since) ~ (days|week|weeks) ~ (punish|on purpose|deserve|control|and i do not want|because i hate)
  (make|making|made) myself (sick|throw up|vomit|be sick) (again|after|every|to|because|on purpose|tonight)
  (hiding|hide|hid|covering|cover) (the|my|new|fresh|these)? (fresh|new|own)? (cuts|burns|scars|wounds) (on my|from|under|again|i made|with|so)
  (fresh|new) (cuts|burns|scars) on my (arm|arms|leg|legs|thigh|thighs|wrist|wrists)
  (started|start|back to|been|went back to|gone back to|stop|stopping|want to start|am) cutting (again|tonight|at night|since|every night|in secret)
  back to cutting
  (not|stop|resist|fighting|trying not|dying|tempted|so tempted|desperate|need|needing) to (cut|self harm|burn myself) (tonight|again|today|right now|now|any more|so|myself|.)
  (sit|sitting|hands) on my hands ~ (cut|harm|hurt)
`;
