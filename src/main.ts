import "reflect-metadata";
import { openIdProvider } from "./auth/openid.js";
import { AFTER_WRITE, AS_TIME_PASSES, IN_THE_BACKGROUND } from "./commands/chores.js";
import { createIdentity } from "./commands/identity.js";
import { type Config, readConfig } from "./config.js";
import type { Database } from "./db/database.js";
import { holdsCustomers, seedDemo } from "./db/seed/index.js";
import { createApollo } from "./execution/apollo.js";
import { faultOf } from "./fault.js";
import { Answers } from "./http/answers.js";
import { createLogger, type Logger } from "./http/log.js";
import { startChores } from "./process/chores.js";
import { configuredSecret } from "./process/configured-secret.js";
import { demoSignIn } from "./process/demo-sign-in.js";
import { startLedger } from "./process/ledger.js";
import { openConfigured } from "./process/open-configured.js";
import { lineOf } from "./process/start-failure.js";
import { onStopSignal } from "./process/stop-signals.js";
import { welcome } from "./process/welcome.js";
import { type RunningServer, startServer } from "./server.js";

const CHORES_EVERY_MS = 60_000;
/** How soon what another process left is taken up. */
const BACKGROUND_EVERY_MS = 15_000;

const NOT_DECRYPTABLE = "what is stored there cannot be decrypted: it was left out of the answer";

const open = async (config: Config, log: Logger): Promise<Database> => {
  const opened = await openConfigured(config, {
    onProgress: (line) => log.info(line),
    onUnreadable: (place, fault) => log.error({ place, fault }, NOT_DECRYPTABLE),
  });
  if (opened.kind === "embedded" && !(await holdsCustomers(opened)))
    await seedDemo(opened, { password: config.demoPassword, now: new Date() });
  return opened;
};

const OPEN_TO_ANY =
  "OPERATIONS=any: every operation that fits the schema is answered. Register those of your front ends (npm run operations), then set OPERATIONS=registered";

const KEYS_AWAY = "the keys of the identity provider cannot be had: its tokens are refused once they are needed";

const serve = async (config: Config, database: Database, log: Logger): Promise<RunningServer> => {
  const { production, token, dataDir } = config;
  if (production && config.operations === "any") log.warn(OPEN_TO_ANY);
  const secret = await configuredSecret(token.secret, dataDir, "token-secret");
  const provider =
    config.oidc && openIdProvider(config.oidc, { onFailure: (reason) => log.warn({ reason }, KEYS_AWAY) });
  const identity = await createIdentity({ database, secret, tokenHours: token.hours, production, provider });
  const demo = await demoSignIn(database, config);
  const graphql = await createApollo({ config, secret, log });
  const { businessTimeZone: timeZone, fourEyes } = config;
  const onFailure = (chore: string, error: unknown) => log.error({ chore, fault: faultOf(error) }, "a chore failed");
  const context = () => ({ database, now: new Date(), timeZone, fourEyes });
  const ledger = await startLedger({ config, database, log, context });
  const answers: Answers = new Answers(
    () => new Date(),
    () => chores.wake(),
  );
  const chores = startChores({
    afterWrite: AFTER_WRITE,
    asTimePasses: AS_TIME_PASSES,
    context: () => ({ ...context(), answeredUntil: () => answers.answeredUntil() }),
    everyMs: CHORES_EVERY_MS,
    onFailure,
  });
  const background = startChores({
    afterWrite: IN_THE_BACKGROUND,
    asTimePasses: {},
    context: () => ({ ...context(), wake: chores.wake }),
    everyMs: BACKGROUND_EVERY_MS,
    onFailure,
  });
  const stopAll = () => Promise.all([chores.stop(), background.stop(), ledger.stop()]);
  const wakeImports = background.wake;
  const server = await startServer(config, { ...graphql, database, identity, ledger, log, demo, answers, wakeImports });
  process.stdout.write(welcome(server.url, config, database.kind, demo));
  return { ...server, stop: () => server.stop().finally(stopAll) };
};

const start = async (): Promise<void> => {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  const database = await open(config, log);
  try {
    const server = await serve(config, database, log);
    onStopSignal(() => server.stop().finally(() => database.close()));
  } catch (error) {
    await database.close();
    throw error;
  }
};

start().catch((error: unknown) => {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exit(1);
});
