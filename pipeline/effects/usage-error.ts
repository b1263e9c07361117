/** A folder that cannot be read, or a path where none can be written: the user's to mend, so it ends with status 2 and no stack. */
export class UsageError extends Error {}
