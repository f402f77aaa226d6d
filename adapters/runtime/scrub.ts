const HIDDEN = "[hidden]";

/** Where platforms put secrets into URLs: the bot's token on Telegram, the tokens of an interaction and a webhook on Discord. */
const IN_URLS: readonly (readonly [RegExp, string])[] = [
  [/\bbot\d+:[\w-]+/g, `bot${HIDDEN}`],
  [/(?<=\binteractions\/\d+\/)[^/\s"'?]+/g, HIDDEN],
  [/(?<=\bwebhooks\/\d+\/)[^/\s"'?]+/g, HIDDEN],
];

/** Takes out of a text, before it leaves the process, `secrets` letter for letter and tokens in URLs by their shape. */
export function createScrub(secrets: readonly string[]): (text: string) => string {
  const long = secrets.filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of long) clean = clean.replaceAll(secret, HIDDEN);
    for (const [shape, instead] of IN_URLS) clean = clean.replace(shape, instead);
    return clean;
  };
}
