const ID = /"([A-Za-z0-9_-]{36,60})"/g;
const OPAQUE = /^[a-z]{2}:[0-9a-f-]{36}$/;

/** Of what is no node the id is the key itself. */
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isId = (text: string): boolean => KEY.test(text) || OPAQUE.test(Buffer.from(text, "base64url").toString());

/** Sealed with the nonce of tests. Of a page that ends with a new row it holds that row's id. */
const CURSOR = /"(A{16}[\w-]+)"/g;

/**
 * An answer to a write without what is new each time: ids are named in the order they come, the moment of the transaction,
 * salted seals and tokens by what they are.
 */
export const nameless = (text: string, known: ReadonlySet<string>, startedAt: string): string => {
  const named = new Map<string, string>();
  return text
    .replace(ID, (whole, id: string) => {
      if (known.has(id) || !isId(id)) return whole;
      named.set(id, named.get(id) ?? `"new ${named.size}"`);
      return named.get(id) as string;
    })
    .replace(CURSOR, (_, cursor: string) => `"cursor of ${cursor.length}"`)
    .replaceAll(startedAt, "now")
    .replace(/"[0-9a-f]{64}"/g, '"hash"')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, "token");
};
