import { ApolloLink, makeVar, Observable, type ReactiveVar } from "@apollo/client";
import { type DocumentNode, getOperationAST } from "graphql";
import { type Disclosure, disclosuresIn } from "../disclosures.js";

/** Why the archive is read 处理目的 (SP4): a closed list. */
export type Purpose =
  | "AFTER_SALE_SERVICE"
  | "AUDIT"
  | "CONTRACT_PERFORMANCE"
  | "CREDIT_ASSESSMENT"
  | "DEBT_COLLECTION"
  | "LEGAL_DUTY";

/** For every operation; the `context` of one operation overrides it. */
export interface Asking {
  /** Refuse an operation anything of which would not be shown in full (`x-disclosure: strict`). */
  readonly strict?: boolean;
  /** What it is read for (`x-purpose`). */
  readonly purpose?: Purpose;
}

const headersOf = ({ strict, purpose }: Asking): Record<string, string> => ({
  ...(strict ? { "x-disclosure": "strict" } : {}),
  ...(purpose === undefined ? {} : { "x-purpose": purpose }),
});

const nameOf = (document: DocumentNode): string => getOperationAST(document)?.name?.value ?? "";

/**
 * Keeps what the answers to queries did not show in full where components can watch it: Apollo Client itself drops
 * `extensions` of a query. The archive decides by operation and role, never by row, so there is one list an operation,
 * whatever its variables. What was listed once stays, as a condition (`@include`) may leave a field out of a later answer.
 */
export class DisclosureLink extends ApolloLink {
  readonly #lists = new Map<string, ReactiveVar<readonly Disclosure[]>>();

  constructor(asking: Asking = {}) {
    super((operation, forward) => {
      const { headers, ...context } = operation.getContext();
      operation.setContext({ headers: { ...headers, ...headersOf({ ...asking, ...context }) } });
      // By hand, not with an operator: those of Apollo Client 3 and 4 differ.
      return new Observable((observer) =>
        forward(operation).subscribe({
          next: (result) => {
            this.#keep(operation.query, disclosuresIn(result));
            observer.next(result);
          },
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        }),
      );
    });
  }

  /** What the named query of a document did not show in full so far: call it, or watch it with `useReactiveVar`. */
  of(document: DocumentNode): ReactiveVar<readonly Disclosure[]> {
    const name = nameOf(document);
    if (name === "") throw new Error("Disclosures are kept by the name of the operation: give it one.");
    const list = this.#lists.get(name) ?? makeVar<readonly Disclosure[]>([]);
    this.#lists.set(name, list);
    return list;
  }

  /** For another sign-in or role: `client.onClearStore(async () => link.forget())`. */
  forget(): void {
    for (const list of this.#lists.values()) list([]);
  }

  #keep(document: DocumentNode, disclosures: readonly Disclosure[]): void {
    if (nameOf(document) === "") return;
    const list = this.of(document);
    const known = new Set(list().map(({ path, coordinate }) => `${path} ${coordinate}`));
    const fresh = disclosures.filter(({ path, coordinate }) => !known.has(`${path} ${coordinate}`));
    if (fresh.length > 0) list([...list(), ...fresh]);
  }
}
