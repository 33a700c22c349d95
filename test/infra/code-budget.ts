/** What Lambda may have to read of an API handler before its first event, in bytes. */
export const MOST_STATIC_BYTES = 350_000

/** How much of that may be our own code: what is left for packages is theirs to spend, and ours stays small enough to read. */
export const MOST_OWN_BYTES = 48_000
