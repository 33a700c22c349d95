import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Revealed } from './open-field.ts'
import { revealFields } from './reveal.ts'

/** A field in the clear: the one answer of the service that has any. */
export const revealedShown = z.strictObject({
  field: z.enum(revealFields),
  value: z.string(),
  /** What it was submitted with. */
  verificationId: z.string(),
  /** Until when it may be shown. */
  until: z.iso.datetime(),
})

export const showRevealed = ({ field, value, verificationId, until }: Revealed): z.infer<typeof revealedShown> => ({
  ...{ field, value: value.reveal(), verificationId, until: rfc3339(until) },
})
