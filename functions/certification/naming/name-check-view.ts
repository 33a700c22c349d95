import * as z from 'zod/mini'
import { findingSeverities, nameFindingCodes, nameVerdicts } from './name-finding.ts'
import { nameProofs } from './name-proofs.ts'
import { refusedWordReasons } from './refused-word-reasons.ts'

/** Something about a name, for programs and for people. */
export const findingShown = z.strictObject({
  code: z.enum(nameFindingCodes),
  severity: z.enum(findingSeverities),
  /** What it is, in the language that was asked for. */
  detail: z.string(),
  /** Where in `name`, in characters; null where it is about all of it. */
  at: z.nullable(z.strictObject({ from: z.int(), to: z.int(), text: z.string() })),
  /** The word of the lists that it holds, or looks as if it did. */
  word: z.nullable(z.string()),
  reason: z.nullable(z.enum(refusedWordReasons)),
  /** What proves the right to the word. */
  proof: z.nullable(z.enum(nameProofs)),
  /** A name that would do in this respect. */
  right: z.nullable(z.string()),
  freeAt: z.nullable(z.iso.datetime()),
})

export const nameCheckShown = z.strictObject({
  /** As it was read, and as it would be shown. */
  name: z.string(),
  units: z.int(),
  verdict: z.enum(nameVerdicts),
  findings: z.array(findingShown),
})
