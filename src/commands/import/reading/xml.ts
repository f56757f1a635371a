import { SaxesParser } from "saxes";
import { Refusal } from "../../../domain/refusal.js";
import { MOST_IN_ONE_PIECE } from "./workbook-limits.js";

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Without its prefix: some programs write `x:row`. */
export const localName = (name: string): string => {
  const at = name.indexOf(":");
  return at < 0 ? name : name.slice(at + 1);
};

/** Reads XML as it comes, a step a chunk. Entities are those of XML itself: whoever declares others is refused. */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
  onBytes: (bytes: number) => void,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let pending = 0;
  parser.on("opentag", ({ name, attributes }) => {
    pending = 0;
    events.open?.(name, attributes as Record<string, string>);
  });
  parser.on("closetag", ({ name }) => {
    pending = 0;
    events.close?.(name);
  });
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    pending += chunk.length;
    if (pending > MOST_IN_ONE_PIECE + chunk.length)
      throw new Refusal("LIMIT_EXCEEDED", "A cell of the workbook is too long.");
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}
