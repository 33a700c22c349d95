import * as z from 'zod/mini'
import { languages } from '../../shared/kernel/language.ts'

/** A consent in the item of what was submitted under it. */
export const keptConsent = z.object({
  notice: z.string(),
  language: z.optional(z.enum(languages)),
  sha256: z.optional(z.string()),
  agreedAt: z.number(),
  recipients: z.optional(z.array(z.string())),
  recheckers: z.optional(z.array(z.string())),
  onRecord: z.optional(z.literal(true)),
})
