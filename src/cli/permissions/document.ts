import type { SecuredSchema } from "../../execution/secured-schema.js";
import { declassifiedTable } from "./declassified-table.js";
import { inputsTable } from "./inputs.js";
import { masksTable } from "./masks.js";
import { outputSections } from "./outputs.js";
import { authorityTable, clearanceTable, rolesTable, textsTable } from "./roles.js";

/** Who may see what, for people: everything in it is read off what the archive decides by. */
export const permissionsDocument = ({
  schema,
  policy,
}: Pick<SecuredSchema, "schema" | "policy">): string => `# Who may see what

Written by \`npm run generate\`: first \`docs/permissions/promise.md\`, which people write, then the tables the archive decides by.
Not edited here; \`npm run check\` fails when it is out of date.

<!-- promise -->

# How it is decided

Everybody acts in **one role at a time**; what different roles may see never adds up. A row outside of a role's scope does
not exist for it. Every field is of one **grade**, and the role's clearance for that grade decides:

| | |
| --- | --- |
| F | shown in full |
| M | shown masked |
| T/M | bound to my work: in full on the records of my live verification tasks and on unsealed records I collected (not what I observed while verifying another), elsewhere masked |
| T/– | bound to my work likewise, elsewhere not shown |
| – | not shown |
| R | may quote a record: weighs as the record's category, see *Texts about records* |
| ↑ | part of a value: decided by the field that holds it |
| ✓ | allowed |

What is not shown is \`null\`, and listed with its clause in \`extensions.disclosures\` of the answer. A value that may not be
read in full can be neither filtered, ordered nor searched by. A field without a mask that falls under M is not shown.

## Roles

${rolesTable(schema)}

## Clearance

${clearanceTable(schema)}

## Texts about records

Notes, reasons, findings, names of evidence and whatever else may quote a record weigh as the gravest fact of the record's
category; texts about a field of a higher grade weigh as that field, too. Screening findings and conflicts are about single fields: each
is decided on its own. A task and what was found in it are about all the fields it verifies. A lawsuit and an abnormal operation are about
the field of that name. Why a record came back is about all of it, and shown whatever it weighs where my work opens the category.
Rows about a field that may not be read are left out of their list.

${textsTable(schema)}

## Masks

${masksTable()}

## Who may do what

${authorityTable()}

Every query is open to whoever is signed in, and answers with the rows of the role's scope.

## Declassified facts

These follow from content of other grades and are told to every role all the same, knowingly:

${declassifiedTable(policy)}

## What is shown

${outputSections({ schema, policy })}

## What is used without being shown

Whatever is not in this table may be used by every role that may run the operation.

${inputsTable(schema, policy)}
`;
