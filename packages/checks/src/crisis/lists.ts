/** Who and what the phrases speak of, in the words of `language/plain-speech.ts`. */
export const lists = {
  really:
    'really|just|honestly|actually|only|so|truly|sometimes|often|still|kind of|sort of|literally|genuinely|always',
  want: 'want to|wanted to|wish to|would like to|would love to|need to|wanting to',
  feel: 'feel|feels|felt|feeling',
  think: 'think|thought|thinking|thoughts|keep thinking|been thinking|dream|dreaming|fantasising|fantasizing',
  going:
    'am going to|going to|will|might|may|could|about to|am about to|have decided to|have to|plan to|planning to|trying to|ready to|want to|wanted to|need to|tempted to|tried to|wish i could|close to|shall',
  selfKill:
    'kill myself|kill me self|killing myself|killed myself|end my life|ending my life|ended my life|take my own life|taking my own life|take my life|taking my life|end it all|ending it all|ended it all|top myself|topping myself|do myself in|doing myself in|off myself|offing myself|unalive myself|unaliving myself|hang myself|hanging myself|shoot myself|shooting myself|drown myself|drowning myself|neck myself|finish myself off|finish it all|die by suicide|commit suicide|committing suicide|attempt suicide|do away with myself|put an end to it all|put an end to my life|end myself|ending myself|delete myself from',
  hurtSelf:
    'cut myself|cutting myself|hurt myself|hurting myself|harm myself|harming myself|self harm|self harmed|self harming|burn myself|burning myself|burned myself|burnt myself|starve myself|starving myself|punch myself|punching myself|scratch myself|scratching myself|bruise myself',
  ways: 'tablets|overdose|over dose|rope|noose|bridge|train|trains|rails|blade|blades|razor|knife|gun|cliff|roof|ledge|morphine|insulin|paracetamol|baclofen|amitriptyline|tramadol|codeine|helium|bleach|medication|platform|tracks|motorway|river|canal|balcony|window',
  soon: 'tonight|today|tomorrow|now|right now|this evening|this weekend|this week|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|when the kids are|when they are asleep|when everyone is asleep|in the morning|after this weekend|by monday|before monday|once this weekend is over',
  own: 'my|his|her|their|our',
  person:
    'husband|wife|partner|boyfriend|girlfriend|mum|father|dad|mother|brother|sister|son|daughter|ex|stepdad|stepfather|carer|friend|mate|best mate|best friend|cousin|nephew|niece|nan|gran|grandad|flatmate|housemate|neighbour|neighbor|colleague|kid|child|lad|girl|roommate|fella|missus|hubby|bf|gf|auntie|aunt|uncle|teenager|buddy',
  somebody:
    'he|she|they|my <person>|our <person>|a <person>|a friend of mine|somebody|someone i know|someone in <own> group|someone here|someone|one of <own> friends|a (man|woman|lady|guy|bloke|lad|girl|follower|member) (here|in <own> group|in <own> street|next door|from <own> group|on here)|this (man|woman|girl|lad|guy|person|follower)|another <person>|a follower|a stranger|a colleague|a woman|a man|a member',
  themself:
    'himself|herself|themselves|themself|his life|her life|their life|it all|his own life|her own life|their own life',
  says: 'says|said|told me|texted|texted me|messaged|messaged me|just messaged|wrote|writes|keeps saying|is saying|was saying|keeps telling me|has told me|just told me|rang me|rang|phoned|mentioned|just said|posted|admitted|is talking about|keeps talking about|talks about|is threatening|threatened|is thinking about|was thinking about|dmd me',
} as const;
