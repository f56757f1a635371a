/**
 * The house of docs/architecture.md: imports go one way. A layer is a folder of src, or one file of a folder; what
 * stands in src itself (main, server, config …) is the process, whose few files for everybody are named where used.
 */
const LAYERS = {
  domain: [],
  auth: ["domain"],
  schema: ["domain", "auth"],
  db: ["domain", "auth"],
  commands: ["domain", "auth", "db"],
  resolvers: ["domain", "auth", "schema", "db", "commands", "context"],
  execution: ["domain", "auth", "schema", "db", "commands", "resolvers", "context", "config", "fault"],
  http: ["domain", "auth", "db/database", "commands", "execution", "context", "fault"],
};

const layers = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `${layer} ← ${below.length > 0 ? below.join(", ") : "nothing"}`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: { path: "^src/", pathNot: [layer, ...below].map((name) => `^src/${name}(/|[.]ts$)`) },
}));

const never = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    ...layers,
    // The clock, randomness and the world outside are arguments.
    never("domain is pure: no package, nothing of Node", { path: "^src/domain/" }, { pathNot: "^src/" }),
    never("nothing imports a program", { path: "^src/", pathNot: "^src/cli/" }, { path: "^src/(main[.]ts|cli/)" }),
    never("src stands alone", { path: "^src/" }, { path: "^(test|bench|clients|examples|scripts)/" }),
    never("src runs without development packages", { path: "^src/" }, { dependencyTypes: ["npm-dev"] }),
    never("no circles", {}, { circular: true }),
    // The package of typed documents consists of types.
    never("everything is found", {}, { couldNotResolve: true, pathNot: "^@graphql-typed-document-node/core$" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "types"] },
  },
};
