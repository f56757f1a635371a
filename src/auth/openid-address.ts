const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Where keys may come from: over TLS, or from this machine. Whoever could change them on the way could sign tokens. */
export const isTrustedAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  if (username !== "" || hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
};
