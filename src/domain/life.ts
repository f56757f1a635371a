import { Refusal } from "./refusal.js";

/** A life cycle: what can be done, from which states, and the state it leads to. Rules are data; `moved` is the engine. */
export type Life<Action extends string, State extends string> = Readonly<
  Record<
    Action,
    {
      readonly from: readonly State[];
      readonly to: State;
      /** The archive's own doing, which nobody asks for by this name. */
      readonly follows?: true;
    }
  >
>;

/** Whether an action is legal in a state. */
export const isLegal = <A extends string, S extends string>(life: Life<A, S>, action: A, state: S): boolean =>
  life[action].from.includes(state);

/** What somebody could ask for in a state. */
export const legalActions = <A extends string, S extends string>(life: Life<A, S>, state: S): A[] =>
  (Object.keys(life) as A[]).filter((action) => life[action].follows !== true && isLegal(life, action, state));

/**
 * The state an action leads to: the only function that moves anything.
 *
 * @throws Refusal INVALID_TRANSITION saying what would be legal
 */
export const moved = <A extends string, S extends string>(noun: string, life: Life<A, S>, action: A, state: S): S => {
  if (isLegal(life, action, state)) return life[action].to;
  const legal = legalActions(life, state);
  const instead = legal.length === 0 ? "nothing is legal there" : `legal there: ${legal.join(", ")}`;
  throw new Refusal("INVALID_TRANSITION", `A ${noun} that is ${state} does not move by ${action}; ${instead}.`, {
    status: state,
    legal,
  });
};
