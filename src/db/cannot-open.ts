/** The database cannot be used as configured: one line for the operator, after which the process ends. */
export class CannotOpen extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason.replaceAll(/\s+/g, " "), options);
    this.name = "CannotOpen";
  }
}
