import * as z from 'zod/mini'

/** Who has just signed in. */
export const signedInShown = z.strictObject({
  /** Left out where it is in the cookie. */
  token: z.optional(z.string()),
  account: z.strictObject({ id: z.string(), externalId: z.nullable(z.string()) }),
})
