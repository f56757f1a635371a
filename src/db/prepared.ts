/** Characters: PostgreSQL holds some sixty times as many bytes for a statement it has planned, until its connection ends. */
const MOST = 1_000_000;

/** The statements a connection has prepared. The driver lets go of none of them. */
export class Prepared {
  readonly #texts = new Set<string>();
  #length = 0;

  add(text: string): void {
    if (this.#texts.has(text)) return;
    this.#texts.add(text);
    this.#length += text.length;
  }

  get isFull(): boolean {
    return this.#length > MOST;
  }
}
