import { expect, test } from "vitest";
import { isLegal, type Life, legalActions, moved } from "../../src/domain/life.js";
import { refusalOf } from "./refusal.js";

/** A life cycle as the policy draws it, a line per action: `ACTION: FROM, FROM → TO`. */
const read = (drawn: string): Map<string, { from: string[]; to: string }> =>
  new Map(
    drawn
      .trim()
      .split("\n")
      .map((line) => {
        const [action = "", from = "", to = ""] = line.split(/:|→/).map((part) => part.trim());
        return [action, { from: from.split(/,\s*/), to }];
      }),
  );

/** Tests a life cycle against the drawing, over every pair of an action and a state. */
export const testLife = <A extends string, S extends string>(
  noun: string,
  life: Life<A, S>,
  states: readonly S[],
  drawn: string,
): void => {
  const drawing = read(drawn);
  const actions = Object.keys(life) as A[];
  const pairs = actions.flatMap((action) => states.map((state) => ({ action, state })));
  const legal = pairs.filter(({ action, state }) => drawing.get(action)?.from.includes(state));
  const illegal = pairs.filter((pair) => !legal.includes(pair));

  test("has the actions the policy draws, and no other", () => {
    expect(actions.sort()).toEqual([...drawing.keys()].sort());
  });

  test("is decided for every pair of an action and a state: legal and illegal are all there are", () => {
    expect(legal.length + illegal.length).toBe(actions.length * states.length);
    expect(pairs.filter(({ action, state }) => isLegal(life, action, state))).toEqual(legal);
    expect(legal.length).toBe([...drawing.values()].flatMap(({ from }) => from).length);
  });

  test.each(legal)(`a ${noun} that is $state moves by $action`, ({ action, state }) => {
    expect(moved(noun, life, action, state)).toBe(drawing.get(action)?.to);
  });

  test.each(illegal)(`a ${noun} that is $state does not move by $action, and is told how it would`, async (pair) => {
    const refusal = await refusalOf(() => moved(noun, life, pair.action, pair.state));
    const could = legal.filter(({ state, action }) => state === pair.state && life[action].follows !== true);
    const instead = could.map(({ action }) => action);
    expect(refusal.code).toBe("INVALID_TRANSITION");
    expect([...legalActions(life, pair.state)].sort()).toEqual([...instead].sort());
    expect(refusal.details).toMatchObject({ status: pair.state, legal: legalActions(life, pair.state) });
    for (const action of instead) expect(refusal.message).toContain(action);
  });
};
