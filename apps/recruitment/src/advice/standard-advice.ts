/** The pack a charity begins with. It may write its own; what is published stays what was read. */
export const standardAdvice: readonly { readonly title: string; readonly body: string }[] = [
  {
    title: 'What to post',
    body: `Post about your day. That is all it takes.

People love the small things: breakfast, the dog, the bus you missed, the song you play again and again. You need not be brave or wise. You need not be funny.

Ask things. “How do you all get through a long train ride?” works better than any speech. People like to be asked.

A few good starts:

    Say hello, and what you can see from where you sit.
    Show a picture of your breakfast.
    Ask one thing that you have always wanted to know.

Ten posts in a weekend are plenty. Three are fine too.`,
  },
  {
    title: 'What not to post',
    body: `Some things we keep out, for you and for others.

Do not name other people, and do not show their faces, unless they said yes. That goes for friends, family, doctors and nurses.

Do not tell others what to take, or what to stop taking. You can say what you take. You can ask what they take.

No adverts, and no party politics. No unkind words about anybody.

Baton looks at each post before it goes out. If it sees something, it tells you what, and you can change it. Sometimes a person from our team has a look first. You will see why, and how long it takes.`,
  },
  {
    title: 'If you want to stay unknown',
    body: `You choose how much of you is seen. You can use your name, your first name, a pen name, or none.

If you want to stay unknown, keep these out of your posts:

    your street, your school, where you work
    the name of your doctor or your hospital
    pictures with your face, your front door or your post on them

Baton takes the hidden place out of your pictures. It also warns you when a post seems to tell who you are. It does not see it all, so have a look as well.

Is there something only you are called, or a place that gives you away? Tell Baton on your own page. Then it warns you about that, too.`,
  },
  {
    title: 'How to rest, and how to stop',
    body: `You can rest at any time. Press “Rest”. Nothing of yours goes out while you rest. Nobody is told why, and nobody asks.

When you feel up to it, press the button again. All your words are still there.

Had enough? Press “End early”. The weekend is over then, and that is fine. You did it.

Not well on the day? Tell us. Somebody else takes over. You let nobody down.`,
  },
  {
    title: 'When people answer you',
    body: `You see what people write to the account. Baton keeps unkind words away from you.

You need not answer anybody. If you want to, say thank you, or ask something back.

Does somebody ask what only the charity can know? Press “Park for Monday”. We see to it.

Does somebody seem to be in danger? Tell us with “Tell the team”. You are not alone with it, and you need not fix it.

You never see private messages. Nobody reads those.`,
  },
  {
    title: 'When it gets hard',
    body: `A weekend like this can stir things up. That happens to many of us.

Put the phone down. Drink some water. Write to your buddy if you have one.

If you write that you cannot go on, Baton shows you at once where to find help. Somebody of our team looks, too. You have done nothing wrong.

If you are in danger, ring the number for emergencies first. We come second.`,
  },
  {
    title: 'How your weekend goes',
    body: `It opens by itself, and Baton says hello in your name. You need do nothing for that.

Sign in with a code from your mail. There is no password. Then write.

After you press “Post”, you have some seconds to take it back.

At the end Baton says goodbye for you, and the account goes back to us by itself. What you have not sent stays with you.

A day later we ask you how it was. It takes two minutes.`,
  },
];
