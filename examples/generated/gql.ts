/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ClerkList($first: Int!) {\n  customers(first: $first, orderBy: [{field: CODE, direction: ASC}]) {\n    totalCount\n    nodes {\n      code\n      name\n      importance\n      riskClass\n      contacts {\n        personName\n        mobile\n      }\n      financialStatements(first: 1) {\n        nodes {\n          periodEnd\n          revenue {\n            amount\n            band\n          }\n        }\n      }\n    }\n  }\n}": typeof types.ClerkListDocument,
    "mutation Register($input: RegisterCustomerInput!) {\n  registerCustomer(input: $input) {\n    customer {\n      id\n      code\n      name\n    }\n  }\n}\n\nmutation CollectStatement($input: CollectFinancialStatementInput!) {\n  collectFinancialStatement(input: $input) {\n    record {\n      id\n    }\n    screening {\n      severity\n      message\n    }\n    tasks {\n      id\n      method\n      version\n    }\n  }\n}\n\nmutation Claim($input: TaskInput!) {\n  claimTask(input: $input) {\n    task {\n      id\n      version\n      claimedUntil\n    }\n  }\n}\n\nmutation Submit($input: SubmitFindingsInput!) {\n  submitFindings(input: $input) {\n    task {\n      status\n    }\n  }\n}\n\nquery Standing($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    version\n    corroboration\n    allowedActions\n  }\n}\n\nmutation Approve($input: ApproveRecordInput!) {\n  approveRecord(input: $input) {\n    record {\n      status\n      version\n    }\n  }\n}\n\nmutation Archive($input: ArchiveRecordsInput!) {\n  archiveRecords(input: $input) {\n    records {\n      status\n    }\n  }\n}\n\nquery Look($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    corroboration\n    disclosure\n    seal\n    ... on FinancialStatement {\n      revenue {\n        amount\n        band\n      }\n    }\n  }\n}": typeof types.RegisterDocument,
    "mutation SignIn($input: LoginInput!) {\n  login(input: $input) {\n    token\n    viewer {\n      displayName\n      role\n    }\n  }\n}": typeof types.SignInDocument,
};
const documents: Documents = {
    "query ClerkList($first: Int!) {\n  customers(first: $first, orderBy: [{field: CODE, direction: ASC}]) {\n    totalCount\n    nodes {\n      code\n      name\n      importance\n      riskClass\n      contacts {\n        personName\n        mobile\n      }\n      financialStatements(first: 1) {\n        nodes {\n          periodEnd\n          revenue {\n            amount\n            band\n          }\n        }\n      }\n    }\n  }\n}": types.ClerkListDocument,
    "mutation Register($input: RegisterCustomerInput!) {\n  registerCustomer(input: $input) {\n    customer {\n      id\n      code\n      name\n    }\n  }\n}\n\nmutation CollectStatement($input: CollectFinancialStatementInput!) {\n  collectFinancialStatement(input: $input) {\n    record {\n      id\n    }\n    screening {\n      severity\n      message\n    }\n    tasks {\n      id\n      method\n      version\n    }\n  }\n}\n\nmutation Claim($input: TaskInput!) {\n  claimTask(input: $input) {\n    task {\n      id\n      version\n      claimedUntil\n    }\n  }\n}\n\nmutation Submit($input: SubmitFindingsInput!) {\n  submitFindings(input: $input) {\n    task {\n      status\n    }\n  }\n}\n\nquery Standing($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    version\n    corroboration\n    allowedActions\n  }\n}\n\nmutation Approve($input: ApproveRecordInput!) {\n  approveRecord(input: $input) {\n    record {\n      status\n      version\n    }\n  }\n}\n\nmutation Archive($input: ArchiveRecordsInput!) {\n  archiveRecords(input: $input) {\n    records {\n      status\n    }\n  }\n}\n\nquery Look($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    corroboration\n    disclosure\n    seal\n    ... on FinancialStatement {\n      revenue {\n        amount\n        band\n      }\n    }\n  }\n}": types.RegisterDocument,
    "mutation SignIn($input: LoginInput!) {\n  login(input: $input) {\n    token\n    viewer {\n      displayName\n      role\n    }\n  }\n}": types.SignInDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ClerkList($first: Int!) {\n  customers(first: $first, orderBy: [{field: CODE, direction: ASC}]) {\n    totalCount\n    nodes {\n      code\n      name\n      importance\n      riskClass\n      contacts {\n        personName\n        mobile\n      }\n      financialStatements(first: 1) {\n        nodes {\n          periodEnd\n          revenue {\n            amount\n            band\n          }\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query ClerkList($first: Int!) {\n  customers(first: $first, orderBy: [{field: CODE, direction: ASC}]) {\n    totalCount\n    nodes {\n      code\n      name\n      importance\n      riskClass\n      contacts {\n        personName\n        mobile\n      }\n      financialStatements(first: 1) {\n        nodes {\n          periodEnd\n          revenue {\n            amount\n            band\n          }\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Register($input: RegisterCustomerInput!) {\n  registerCustomer(input: $input) {\n    customer {\n      id\n      code\n      name\n    }\n  }\n}\n\nmutation CollectStatement($input: CollectFinancialStatementInput!) {\n  collectFinancialStatement(input: $input) {\n    record {\n      id\n    }\n    screening {\n      severity\n      message\n    }\n    tasks {\n      id\n      method\n      version\n    }\n  }\n}\n\nmutation Claim($input: TaskInput!) {\n  claimTask(input: $input) {\n    task {\n      id\n      version\n      claimedUntil\n    }\n  }\n}\n\nmutation Submit($input: SubmitFindingsInput!) {\n  submitFindings(input: $input) {\n    task {\n      status\n    }\n  }\n}\n\nquery Standing($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    version\n    corroboration\n    allowedActions\n  }\n}\n\nmutation Approve($input: ApproveRecordInput!) {\n  approveRecord(input: $input) {\n    record {\n      status\n      version\n    }\n  }\n}\n\nmutation Archive($input: ArchiveRecordsInput!) {\n  archiveRecords(input: $input) {\n    records {\n      status\n    }\n  }\n}\n\nquery Look($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    corroboration\n    disclosure\n    seal\n    ... on FinancialStatement {\n      revenue {\n        amount\n        band\n      }\n    }\n  }\n}"): (typeof documents)["mutation Register($input: RegisterCustomerInput!) {\n  registerCustomer(input: $input) {\n    customer {\n      id\n      code\n      name\n    }\n  }\n}\n\nmutation CollectStatement($input: CollectFinancialStatementInput!) {\n  collectFinancialStatement(input: $input) {\n    record {\n      id\n    }\n    screening {\n      severity\n      message\n    }\n    tasks {\n      id\n      method\n      version\n    }\n  }\n}\n\nmutation Claim($input: TaskInput!) {\n  claimTask(input: $input) {\n    task {\n      id\n      version\n      claimedUntil\n    }\n  }\n}\n\nmutation Submit($input: SubmitFindingsInput!) {\n  submitFindings(input: $input) {\n    task {\n      status\n    }\n  }\n}\n\nquery Standing($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    version\n    corroboration\n    allowedActions\n  }\n}\n\nmutation Approve($input: ApproveRecordInput!) {\n  approveRecord(input: $input) {\n    record {\n      status\n      version\n    }\n  }\n}\n\nmutation Archive($input: ArchiveRecordsInput!) {\n  archiveRecords(input: $input) {\n    records {\n      status\n    }\n  }\n}\n\nquery Look($id: ID!) {\n  informationRecord(id: $id) {\n    status\n    corroboration\n    disclosure\n    seal\n    ... on FinancialStatement {\n      revenue {\n        amount\n        band\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignIn($input: LoginInput!) {\n  login(input: $input) {\n    token\n    viewer {\n      displayName\n      role\n    }\n  }\n}"): (typeof documents)["mutation SignIn($input: LoginInput!) {\n  login(input: $input) {\n    token\n    viewer {\n      displayName\n      role\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;