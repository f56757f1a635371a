import type { Policy } from "../../../src/auth/policy.js";
import type { CategoryCode } from "../../../src/domain/category-code.js";
import type { Question, Questions } from "../oracle/questions.js";
import { questionsAbout, typeOfCategory } from "./asking.js";
import type { Mutant } from "./mutants.js";
import { saidOf, saidOfTexts } from "./said.js";

/**
 * What becomes of a mutant. `answers`: a question of the matrix is answered otherwise. `label`: the policy says the same
 * to every role that can come there, but the grade that is explained is another. `equal`: nobody can come there at all.
 */
export interface Fate {
  readonly mutant: Mutant;
  /** Null: it lives. */
  readonly by: "answers" | "label" | "equal" | null;
  /** The question that told, or why there is none. */
  readonly why: string;
}

interface Killed {
  readonly question: Question;
  readonly wrong: string;
}

const firstWrong = async (questions: readonly Question[]): Promise<Killed | null> => {
  for (const question of questions) {
    const [wrong] = await question.wrong();
    if (wrong !== undefined) return { question, wrong };
  }
  return null;
};

const whyLabel = (questions: readonly Question[]): string => {
  if (questions.length === 0) return "an interface's field: its implementations are asked";
  if (questions[0]?.use === "run") return "a root field: authority decides, no grade";
  return "said alike to every role that can come to it";
};

const concernsTexts = ({ kind, name }: Mutant): boolean => kind === "classification" && name.includes("RECORD");

const isAbout = ({ kind }: Mutant, ...kinds: readonly string[]): boolean => kinds.includes(kind);

export class Trial {
  readonly #right = new Set<string>();

  /** @param renew from now on nothing is taken from what was planned under another policy */
  constructor(
    private readonly policy: Policy,
    private readonly questions: Questions,
    private readonly renew: () => void,
  ) {}

  /** Puts a mutant before the matrix. */
  async of(mutant: Mutant): Promise<Fate> {
    const all = questionsAbout(this.questions, mutant);
    const telling = this.#telling(mutant, all);
    // What a text weighs is not all: of a restricted record it is nobody's to read. Whoever is asked, some row may tell.
    const asked = telling.length === 0 && concernsTexts(mutant) ? all : telling;
    const killed = await this.#under(mutant, asked);
    if (killed !== null) return { mutant, by: "answers", why: `${killed.question.about}: ${killed.wrong}` };
    if (telling.length > 0) return { mutant, by: null, why: `${telling.length} questions are answered as ever` };
    return this.#labelOf(mutant, all);
  }

  /** What is said alike to everybody is told apart by its label only, or by nothing. */
  async #labelOf(mutant: Mutant, all: readonly Question[]): Promise<Fate> {
    const [first = ""] = mutant.at;
    if (isAbout(mutant, "report scope")) return { mutant, by: "equal", why: "a role that may ask for no report" };
    const ofTexts = isAbout(mutant, "ceiling", "field ceiling");
    const coordinate = ofTexts ? `${typeOfCategory(first)}.screening` : first;
    const killed = await this.#under(mutant, [this.questions.explained(coordinate)]);
    const why = ofTexts ? "texts of the category are shown alike to every role" : whyLabel(all);
    return { mutant, by: killed === null ? null : "label", why };
  }

  /** The first question answered wrongly under the mutant, and rightly without it. */
  async #under(mutant: Mutant, questions: readonly Question[]): Promise<Killed | null> {
    const undo = mutant.apply();
    this.renew();
    const killed = await firstWrong(questions).finally(() => {
      undo();
      this.renew();
    });
    if (killed !== null) await this.#checkRight(killed.question);
    return killed;
  }

  async #checkRight(question: Question): Promise<void> {
    if (this.#right.has(question.about)) return;
    const [wrong] = await question.wrong();
    if (wrong !== undefined) throw new Error(`${question.about} is answered wrongly without a mutant: ${wrong}`);
    this.#right.add(question.about);
  }

  /** The questions worth asking: those of roles to whom the mutant says something else. */
  #telling(mutant: Mutant, questions: readonly Question[]): readonly Question[] {
    const [first = ""] = mutant.at;
    if (isAbout(mutant, "ceiling", "field ceiling"))
      return this.#differs(mutant, () => saidOfTexts(this.policy, first as CategoryCode)) ? questions : [];
    if (!isAbout(mutant, "classification", "mask")) return questions;
    return questions.filter(
      ({ role, use, barred }) => !barred && this.#differs(mutant, () => saidOf(this.policy, role, first, use)),
    );
  }

  #differs(mutant: Mutant, said: () => string): boolean {
    const before = said();
    const undo = mutant.apply();
    const after = said();
    undo();
    return before !== after;
  }
}
