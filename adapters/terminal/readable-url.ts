/** Characters that stay encoded: they would end the address, or could not be seen. */
const UNSEEN = /[\p{C}\p{Z}]/gu;

/**
 * An address with its letters as a reader knows them («منارة» for `%D9%85%D9%86…`); a browser takes it as it is. White
 * space, invisible characters and ASCII stay encoded.
 */
export function readableUrl(url: string): string {
  return url.replace(/(?:%[89a-f][0-9a-f])+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes).replace(UNSEEN, encodeURIComponent);
    } catch {
      return bytes;
    }
  });
}
