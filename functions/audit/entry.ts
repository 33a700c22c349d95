/** Which record an entry of a day means. */
export type Entry = { subject: string; n: number; hash: string }
