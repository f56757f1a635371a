import postgres, { type Sql } from "postgres";
import { PARSERS } from "./wire.js";

const CONNECT_SECONDS = 10;
interface Connecting {
  readonly url: string;
  readonly prepare: boolean;
  /** What else holds for the connection. A pooler takes none of it. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether it is kept as long as it stands, and not made anew within the hour: what it is in the middle of would be gone. */
  readonly forGood?: boolean;
}

/** One connection, made when it is first needed and again when it is lost. */
export const connectTo = ({ url, prepare, settings, forGood = false }: Connecting): Sql => {
  const client = postgres(url, {
    max: 1,
    prepare,
    ...(forGood && { max_lifetime: null }),
    connect_timeout: CONNECT_SECONDS,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: "customer-credit-archive",
      TimeZone: "UTC",
      DateStyle: "ISO, YMD",
      ...settings,
    },
  });
  // Values are text already when the driver gets them (wire.ts): it has nothing left to guess.
  for (const type of Object.keys(client.options.serializers)) delete client.options.serializers[Number(type)];
  Object.assign(client.options.parsers, PARSERS);
  return client;
};
