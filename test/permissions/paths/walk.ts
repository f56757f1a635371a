import type { Ask } from "../oracle/ask.js";
import { MAY_ASK, ROLES, rowsOf } from "../oracle/policy.js";
import { roleOf, type Scene } from "../oracle/scene.js";
import { forbidden, namedIn } from "../worlds/witness.js";
import type { Canaries } from "./canaries.js";
import { Chosen } from "./chosen.js";
import { leaksIn } from "./leaks.js";
import { askedIn, type Met, shownIn } from "./met.js";
import { pathsFrom } from "./path.js";
import { type Root, rootsOf } from "./roots.js";
import { inParcels, selectionOf } from "./selection.js";

/** Some paths from one root, which are asked together. */
interface Parcel {
  readonly root: Root;
  readonly asks: readonly Ask[];
  readonly turn: number;
}

const mayAsk = (role: string, { field }: Root): boolean => MAY_ASK[field]?.includes(role) ?? true;

/** Whoever has rows comes before who has none: to these a path shows nothing. */
const askersOf = (root: Root): string[] => {
  const all = ROLES.filter((role) => mayAsk(role, root));
  const some = all.filter((role) => rowsOf(role) !== "none");
  return some.length > 0 ? some : all;
};

/** Everything there is to be asked along paths, and what came of it. */
export class Walk {
  /** By role: the paths that were asked, and how many coordinates at the end of each. */
  readonly asked = new Map<string, Met>();
  /** The paths on which somebody was shown a row. */
  readonly shown = new Set<string>();
  readonly #parcels: readonly Parcel[];

  constructor(
    private readonly scene: Scene,
    private readonly canaries: Canaries,
    depth: number,
  ) {
    const { schema } = scene;
    const known = new Map<string, readonly (readonly Ask[])[]>();
    const selectionsFrom = (type: string): readonly (readonly Ask[])[] => {
      const parcels = inParcels(pathsFrom(schema, type, depth - 1)).map((paths) => selectionOf(schema, type, paths));
      known.set(type, parcels);
      return parcels;
    };
    this.#parcels = rootsOf(scene, new Chosen(scene)).flatMap((root) =>
      (known.get(root.type) ?? selectionsFrom(root.type)).map((asks, turn) => ({ root, asks, turn })),
    );
  }

  /** What is wrong with the answers to somebody, along all paths or along those that fall to them. */
  async wrongWith(username: string, isWhole: boolean): Promise<string[]> {
    const role = roleOf(username);
    const mine = this.#parcels.filter(({ root }, i) => {
      const askers = askersOf(root);
      return isWhole ? mayAsk(role, root) : askers[i % askers.length] === role;
    });
    const wrong: string[] = [];
    for (const parcel of mine) wrong.push(...(await this.#ask(username, parcel)));
    return wrong;
  }

  /** The fields of Query that are not refused to somebody and should be, or are in another way. */
  async unrefusedTo(username: string): Promise<string[]> {
    const role = roleOf(username);
    const wrong: string[] = [];
    for (const parcel of this.#parcels.filter(({ root, turn }) => turn === 0 && !mayAsk(role, root))) {
      const { answer } = await this.scene.judge(username, [this.#whole(username, parcel)]);
      const { coordinate, code } = answer.errors?.[0]?.extensions ?? { code: "none", coordinate: undefined };
      const isRefused = answer.data == null && code === "FORBIDDEN" && coordinate === `Query.${parcel.root.field}`;
      if (!isRefused || this.canaries.in(answer.text).length > 0) wrong.push(`${parcel.root.field}: ${answer.text}`);
    }
    return wrong;
  }

  #whole(username: string, { root, asks, turn }: Parcel): Ask {
    const ways = root.ways(username);
    // Each role begins elsewhere, so that every parcel meets other rows with every role.
    return root.taking(asks, ways[(turn + ROLES.indexOf(roleOf(username))) % ways.length] ?? "", turn);
  }

  async #ask(username: string, parcel: Parcel): Promise<string[]> {
    const { root, asks } = parcel;
    const whole = this.#whole(username, parcel);
    this.scene.archive.sent();
    const { wrong, answer, document } = await this.scene.judge(username, [whole]);
    const named = namedIn(this.scene.archive.sent());
    const met: Met = this.asked.get(username) ?? new Map();
    this.asked.set(username, met);
    askedIn({ schema: this.scene.schema, variables: {} }, asks, root.type, `${root.field} ${root.type}`, met);
    shownIn(answer.data?.[root.field], whole.asks ?? [], `${root.field} ${root.type}`, this.shown);
    return [
      ...wrong,
      ...forbidden(roleOf(username)).flatMap((column) => (named.has(column) ? [`a statement names ${column}`] : [])),
      ...leaksIn(this.canaries, this.scene.eyes(username), answer.text),
    ].map((each) => `${each} in ${document.slice(0, 200)}`);
  }
}
