import type { TestProject } from "vitest/node";
import { makeMigratedSnapshot } from "./embedded-databases.js";
import { dropAll, makeMigratedTemplate, type TestRun } from "./postgresql-databases.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Set when the tests run on PostgreSQL (TEST_DATABASE_URL), null on the embedded database. */
    testRun: TestRun | null;
  }
}

export const setup = async (project: TestProject) => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    await makeMigratedSnapshot();
    return project.provide("testRun", null);
  }
  const run = await makeMigratedTemplate(url);
  project.provide("testRun", run);
  return () => dropAll(run);
};
