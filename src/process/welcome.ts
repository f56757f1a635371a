import type { Config } from "../config.js";
import type { Database } from "../db/database.js";
import type { DemoSignIn } from "../http/explorer.js";

const demoLines = ({ accounts, password }: DemoSignIn): string[] => [
  `  Demo accounts  ${accounts.map(({ username }) => username).join(", ")}`,
  `  Password       ${password}`,
];

const TRIAL = (folder: string): string[] => [
  "",
  `  The embedded database (${folder}) is for trial: it is not durable. Set DATABASE_URL for real use.`,
];

/** What one wants to know after `npm start`. */
export const welcome = (
  url: string,
  { explorer, dataDir }: Pick<Config, "explorer" | "dataDir">,
  kind: Database["kind"],
  demo: DemoSignIn | null,
): string =>
  [
    "",
    "  客户信用档案 Customer credit archive",
    "",
    ...(explorer ? [`  Explorer       ${url}`] : []),
    `  API            ${url}/graphql`,
    ...(demo === null ? [] : demoLines(demo)),
    ...(kind === "embedded" ? TRIAL(dataDir) : []),
    "",
    "",
  ].join("\n");
