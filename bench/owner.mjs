import postgres from "postgres";

/** Lets what fills tables leave their triggers out. */
export const WITHOUT_TRIGGERS = "grant set on parameter session_replication_role to archive_chore";

/** Runs a statement as whoever the url names, past the second wall: what is done to tables themselves. */
export const asOwner = async (url, ...statements) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
};
