/** What a worker of a function signs with, as Lambda gives it: by its role, and so with a session token. */
export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string }

/** Of a worker, by its number. */
export const accessKeyOf = (fn: string, nth: number): string => `${fn}.${nth}`

/** The function whose worker has, or had, that key. What it signed is good after its end, too: it is the role that signs. */
export const functionHolding = (accessKeyId: string): string => accessKeyId.slice(0, accessKeyId.lastIndexOf('.'))

/** Follow from the key, so that what was signed before a restart is good after it. */
export const credentialsOf = (accessKeyId: string): Credentials => ({
  accessKeyId,
  secretAccessKey: `secret-of-${accessKeyId}`,
  sessionToken: `token-of-${accessKeyId}`,
})
