import { NODE_CODES, type NodeType, nodePrefix } from "../domain/node-type.js";
import { Refusal } from "../domain/refusal.js";

const TYPES = new Map(Object.entries(NODE_CODES).map(([type, code]) => [code as string, type as NodeType]));
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const toNodeId = (type: NodeType, uuid: string): string =>
  Buffer.from(nodePrefix(type) + uuid).toString("base64url");

/** @throws Refusal BAD_USER_INPUT when the text is no id of this archive */
export const parseNodeId = (id: string): { type: NodeType; uuid: string } => {
  const [code = "", uuid = ""] = Buffer.from(id, "base64url").toString().split(":");
  const type = TYPES.get(code);
  if (type === undefined || !UUID.test(uuid) || toNodeId(type, uuid) !== id) {
    throw new Refusal(
      "BAD_USER_INPUT",
      "That is not an id of this archive: ids are taken from an earlier answer, unchanged.",
    );
  }
  return { type, uuid };
};

/** @throws Refusal BAD_USER_INPUT when the id names something of another type */
export const fromNodeId = (type: NodeType, id: string): string => {
  const node = parseNodeId(id);
  if (node.type !== type) {
    throw new Refusal(
      "BAD_USER_INPUT",
      `That is the id of a different type: ${node.type}. Here the id of ${type} is expected.`,
    );
  }
  return node.uuid;
};
