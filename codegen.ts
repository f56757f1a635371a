import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents out of the `.graphql` files of a folder. */
const documentsOf = (documents: string, preset: object = {}): CodegenConfig["generates"][string] => ({
  documents,
  preset: "client",
  presetConfig: { fragmentMasking: false, ...preset },
  config: {
    enumsAsTypes: true,
    onlyOperationTypes: true,
    skipTypename: true,
    strictScalars: true,
    useTypeImports: true,
    scalars: { ID: "string", Date: "string", DateTime: "string", Decimal: "string" },
  },
});

/** Beside the documents, the manifest that `npm run operations -- register` takes; each document knows its id. */
const REGISTERED = { mode: "embedHashInDocument", hashAlgorithm: "sha256" };

const config: CodegenConfig = {
  schema: "schema.graphql",
  importExtension: ".js",
  generates: {
    "examples/generated/": documentsOf("examples/*.graphql", { persistedDocuments: REGISTERED }),
    "test/generated/": documentsOf("test/**/*.graphql"),
  },
};

export default config;
