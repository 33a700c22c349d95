import * as z from 'zod/mini'

const item = z.catchall(z.object({ pk: z.string(), sk: z.string() }), z.unknown())

/** Everything that the audit consists of, as it is kept. */
export const snapshot = z.object({
  /** Every item of the audit table. */
  audit: z.array(item),
  /** The heads of the chains, from the main table. */
  heads: z.array(item),
  /** Every version of every file in the bucket of roots, the oldest of a name first. */
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  /** Of the key that signs roots, as PEM. */
  publicKey: z.string(),
  /** When it was read (epoch ms). */
  now: z.number(),
})
export type Snapshot = z.output<typeof snapshot>
export type RawItem = z.output<typeof item>
