export interface Cluster {
  /** Of the database `postgres`, as its superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** @param settings of PostgreSQL, beside those that make it fast and forgetful */
export function startCluster(settings?: Readonly<Record<string, string | number>>): Promise<Cluster>;
