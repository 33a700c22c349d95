/** Where the chain of a subject has come to: how many records it has, and the hash of the last. */
export type Head = { n: number; hash: string }

/** The chain of a subject that nothing was done to. */
export const BEGINNING: Head = { n: 0, hash: '0'.repeat(64) }
