/** The agreement a charity begins with. It may publish its own; each version stays what was agreed to. */
export const standardAgreement = (charity: string): string => `Curating agreement with ${charity}

What we promise you
1. We keep who you are locked away. Only people who need to know can look, and you can see who did, when and why.
2. You decide how much of yourself you show: your name, your first name, a pen name, or nothing.
3. You can rest or stop at any time. Nobody will ask why.
4. You never need a password, and we never read direct messages.
5. We can take the account back within a second if something goes wrong, and we tell you why.

What we ask of you
1. Talk about your own life. Do not name other people, and do not share their pictures, without their yes.
2. Ask about treatments as much as you like, but do not tell others what to take or to stop.
3. No advertising, no party politics, no unkindness.
4. A post may wait for a person of our team to look at it. You will see why.
5. If somebody seems to be in danger, tell us. You are not alone with it.

What happens to your posts
They stay on our account as posts by our guest. You can ask us to take one down.`;
