/** Taking leave for good. Who ends a weekend says goodbye too, so these need more than the word. */
export const goodbye = `
  (goodbye|bye|farewell|good bye) (world|cruel world|life|everyone forever|forever|for ever|for good|to this world|to this life|all of you forever|earth)
  (this|my|it) is (my)? (goodbye|farewell|final goodbye|last goodbye|last farewell|last ever goodbye) ~ (forever|for ever|for good|sorry|i can not|i am sorry|love|forgive|please|no more|i tried|to life|from life|kids|take care of|look after)
  this is my (last|final) (goodbye|farewell|message|post|tweet|words|note) ~ (ever|sorry|to anyone|i am sorry|i can not|i love|please|forgive|look after|take care of|to the world|tell|on earth|alive)
  (by the time|when) (you|anyone|somebody|people|they) ~ (read|reads|see|sees|find|finds|get|gets|opens) (this|it|me|my body|my note) ~ (i|gone|dead|too late|over|will) ~ (gone|dead|over|be gone|be dead|late|not be here|passed|with|free|left)?
  (i am|am|so|i <really> am)? sorry ~ (to|for) ~ (leaving you|leaving you all|leaving like this|leave you|leave you all|what i am about to do|what i have to do|what i am going to do|doing this to you|giving up|leaving the kids|leaving my|going like this|ending it|the mess i leave|the pain i will cause|not being strong enough|could not stay|who finds me|whoever finds me|having to find me|ones who find me)
  (sorry|forgive me) (for)? (i)? (am)? (not|could not|can not|was not) ~ (stay|strong enough|hold on|go on|fight|be stronger|do this|any more|carry on|keep going|live)
  (please)? forgive me (for)? (everyone|mum|dad|kids|all|my love|one day|what|i|when i am gone|for going|for leaving|giving up|this|some day)
  (tell|let) (my|the) (kids|children|son|daughter|family|mum|wife|husband|boys|girls|dog|cat|parents|<person>) ~ (i|that i|know) (love|loved|always loved|am sorry|tried|did my best|will always love)
  (take care of|look after|be kind to|feed|someone take|please take|keep|love|rehome) (my|the|our|each other|yourselves) ~ (when i am gone|when i am dead|after i am gone|once i am gone|for me when i am not here|when i am not here|i will not be here|i can not any more|after tonight|i am going|i will be gone|i will not be around|i am not here any more|without me)
  (you|they|everyone|no one|people|nobody|he|she|none of you|you all|someone) (will|would|shall|can|does|do) ~ (not|never|no longer|without|stop) ~ (see|hear from|hear|have to worry about|worry about|deal with|have to deal with|have to look after|need to look after|be bothered by) (me|from me|me ever) (again|any more|after tonight|after today|ever again|soon|tomorrow)
  (will|would) not (be here|be around|be alive|wake up|be there|make it|see) ~ (tomorrow|next week|in the morning|much longer|any more|for christmas|for my birthday|next year|monday|long|to see it|when you|after tonight|the morning|sunrise) ~ (sorry|goodbye|i|by choice|and that is|thank)?
  i will not be (a problem|a burden|in your way|in the way|here to|here any more|anyones problem|any trouble|your problem|your burden|a bother|around much longer|here much longer)
  (remember|think of) me (kindly|fondly|as i was|with love|when i am gone|the way i was|smiling|well)
  (see|meet) you (all)? (on the other side|in the next life|in another life|in heaven|in the next one|in a better place)
  (i am|am|going|will be|off) (going)? (to be)? (with|join|joining|see) (my|mum|dad|him|her|you) ~ (in heaven|soon|tonight|again soon|up there|on the other side|finally)
  (i am|am) (going|leaving|gone|checking out|signing out|logging off|off|out) (for good|for ever|forever|from life|of this world|from this world|of this life|this world|this life|from the world|of life|away forever)
  (checking|check|signing|bowing|sign|opting|opt) out (of|from) (life|this life|this world|the world|living)
  (logging|log|logged|signing) off (for ever|forever|for good|permanently|for the last time) ~ (sorry|goodbye|i|life|can not|from|love|tell)
  (love|loved) you all (goodbye|this is it|it was|i am sorry|i tried|sorry|always forgive me|never forget)
  (i)? (am)? (at peace|calm|finally calm|so calm|peaceful) ~ (with my decision|now that i have decided|decision|because it is over|it will be over soon|with leaving|with going|with dying|made up my mind)
  (made|made up) (my|the) (peace|mind|decision) ~ (with death|to go|to leave|to die|with dying|with it goodbye|goodbye|to end|not to stay|with leaving)
  (thank|thanks) (you)? (all)? (for)? ~ (everything|trying|being there|the memories|loving me|your kindness) ~ (i can not|it was not enough|goodbye for ever|but i am done|but it is time|it is not your fault|was not your fault|i am going now|this is the end|this is where it ends|but i can not)
  (it is|is|was) (not|nobodys|no ones|no one is|never) (your|anyones|anyone is|anybodys|my kids|their|his|her|mums) fault ~ (i|goodbye|did|do|could|please|but|just|can|that)
  (do not|no one|please do not|nobody) (be sad|blame|cry|be angry|grieve|mourn|feel guilty|be mad) ~ (yourself|yourselves|for me|when i|with me|at me|after|me|anyone|over me|too long) ~ (gone|i|when i am|it was|go|leave|this)?
  (for|at) my funeral (i want|play|please|wear|no black|tell|let) ~ (soon|this week|next week|when it happens soon|it will not be long|you will need it soon|not long now)
  (this|it) is my (final|last|one last|last ever) (goodbye|farewell)
  this is (goodbye|farewell|the end|it|my goodbye) . (i am|sorry|i <really>|forgive|i love|please forgive) ~ (sorry|tried|can not|done|me)?
  (no one|nobody|you|they|none of you|she|he|my <person>) ~ (will|would) ~ (not)? (have to|need to|must) (look after|care for|worry about|deal with|carry|clean up after|put up with|think about) me (again|any more|after tonight|after today|soon|much longer|ever again)
  (love|loved) you all . (goodbye|farewell|i am sorry|sorry|forgive me)
  (goodbye|farewell) . (i am sorry|i am so sorry|forgive me|please forgive|i tried|i can not)
  (logging|signing) off (for ever|forever|for good|permanently) . (sorry|goodbye|i am|i love|forgive|love)
  my (last|final) (goodbye|farewell)
  fault ~ (but mine)? goodbye
  (i am|i <really> am)? (so)? sorry (mum|dad|kids|everyone|all|my love|boys|girls|mate) (i)? ~ (can not|could not|tried|not strong|go|leave|end|gone)
`;
