import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents out of the `.graphql` files of a folder. */
const documentsOf = (documents: string): CodegenConfig["generates"][string] => ({
  documents,
  preset: "client",
  presetConfig: { fragmentMasking: false },
  config: {
    enumsAsTypes: true,
    onlyOperationTypes: true,
    skipTypename: true,
    strictScalars: true,
    useTypeImports: true,
    scalars: { ID: "string", Date: "string", DateTime: "string", Decimal: "string" },
  },
});

const config: CodegenConfig = {
  schema: "schema.graphql",
  importExtension: ".js",
  generates: {
    "examples/generated/": documentsOf("examples/*.graphql"),
    "test/generated/": documentsOf("test/**/*.graphql"),
  },
};

export default config;
