const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The archive's ids are opaque: a type and the key. */
const keyOf = (id) => (UUID.test(id) ? id : Buffer.from(id, "base64url").toString().split(":")[1]);

const instantOf = (text) => new Date(text).getTime();

/** One spelling of what both servers say in their own: ids, instants, the zeros behind an amount's point. */
const NORMAL = {
  id: keyOf,
  createdAt: instantOf,
  updatedAt: instantOf,
  amount: (digits) => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits),
};

/** The values of an answer with their places. */
const leavesOf = (value, path = "data") => {
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
  const name = path.slice(path.lastIndexOf(".") + 1);
  return [`${path}: ${value === null ? null : (NORMAL[name]?.(value) ?? value)}`];
};

/** @throws Error unless both say the same; how many values that was */
export const sameValues = (archive, stock) => {
  const [ours, theirs] = [leavesOf(archive), leavesOf(stock)];
  const differing = ours.findIndex((leaf, index) => leaf !== theirs[index]);
  if (differing >= 0 || ours.length !== theirs.length)
    throw new Error(`the servers differ: ${ours[differing]} here, ${theirs[differing]} there`);
  return ours.length;
};
