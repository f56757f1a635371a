import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** How a provider under test answers. `SILENT` takes the request and says nothing. */
type Mood = "WELL" | "DOWN" | "SILENT" | "LYING";

interface Key {
  readonly kid: string;
  readonly alg: string;
  readonly private: CryptoKey;
  readonly public: object;
}

interface Wanted {
  readonly key?: Key;
  readonly header?: object;
}

/** An OpenID provider of a test's own: discovery, public keys, tokens. */
export interface TestProvider {
  readonly issuer: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  mood: Mood;
  readonly key: Key;
  /** Another signing key takes the place of the one before. */
  rotate(alg?: string): Promise<void>;
  makeKey(alg?: string): Promise<Key>;
  /** A token of this minute for the archive, unless the claims say otherwise; null leaves a claim out. */
  token(claims: Record<string, unknown>, now: Date, wanted?: Wanted): Promise<string>;
  close(): Promise<void>;
}

export const AUDIENCE = "credit-archive";

let made = 0;
const makeKey = async (alg = "ES256"): Promise<Key> => {
  const pair = await generateKeyPair(alg, { extractable: true });
  const kid = `key-${++made}`;
  return { kid, alg, private: pair.privateKey, public: { ...(await exportJWK(pair.publicKey)), kid, alg, use: "sig" } };
};

export const startProvider = async (): Promise<TestProvider> => {
  let key = await makeKey();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (provider.mood === "SILENT") return;
    const issuer = provider.mood === "LYING" ? "https://elsewhere.example" : provider.issuer;
    const discovered = { issuer, jwks_uri: `${provider.issuer}/keys` };
    const body = request.url === "/keys" ? { keys: [key.public] } : discovered;
    response.writeHead(provider.mood === "DOWN" ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider: TestProvider = {
    issuer,
    asked,
    mood: "WELL",
    get key() {
      return key;
    },
    rotate: async (alg) => {
      key = await makeKey(alg);
    },
    makeKey,
    token: async (claims, now, { key: signing = key, header = {} } = {}) => {
      const seconds = Math.floor(now.getTime() / 1000);
      const usual = { iss: issuer, aud: AUDIENCE, sub: "subject", iat: seconds, exp: seconds + 300 };
      const payload = Object.fromEntries(Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== null));
      const { kid, alg } = signing;
      return new SignJWT(payload as JWTPayload)
        .setProtectedHeader({ alg, kid, typ: "at+jwt", ...header })
        .sign(signing.private, { crit: { x: true } });
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return provider;
};
