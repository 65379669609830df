const ANNOUNCES =
  /\b(?:run|running|execute|executing|command|commands|using|use|invoke|issue|type|enter|script)\b/i;

/** "You should see output like:", "The response:" */
const ANSWERS =
  /\b(?:outputs?|responses?|results?|errors?|messages?|logs?(?! (?:in|into|on|onto|out)\b))\b[^.]{0,40}:$|\b(?:should see|will see|looks like|returns|answers|prints)\b[^.]{0,40}:$/i;

/** "Add these directives:", "The configuration file should look like this:" */
const CONFIGURES =
  /\b(?:config(?:uration)?s?|directives?|settings?|parameters?|properties|section|stanza|file)\b[^.]{0,80}:$/i;

/** The sentence before a block speaks of running, of using or of a command. */
export function announcesCommand(before: string): boolean {
  return ANNOUNCES.test(before);
}

/** The sentence before a block announces what a program answers, and no command. */
export function announcesAnswer(before: string): boolean {
  return ANSWERS.test(before) && !ANNOUNCES.test(before);
}

/** The sentence before a block announces lines of a file of settings. */
export function announcesSettings(before: string): boolean {
  return CONFIGURES.test(before);
}
