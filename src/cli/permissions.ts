import "reflect-metadata";
import { securedSchema } from "../execution/secured-schema.js";
import { permissionsDocument } from "./permissions/document.js";

// Who may see what, as Markdown: docs/permissions.md.
process.stdout.write(permissionsDocument(await securedSchema()));
