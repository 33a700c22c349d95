import * as z from 'zod/mini'
import { materialKinds } from '../../material/material.ts'
import { dayMeanings } from '../papers/paper.ts'

/** What an application would come to now: `ready` where it may be sent in. */
export const preCheckShown = z.strictObject({
  ready: z.boolean(),
  names: z.strictObject({ from: z.string(), to: z.string() }),
  openApplication: z.nullable(z.string()),
  faults: z.array(
    z.strictObject({
      pointer: z.string(),
      code: z.string(),
      /** What is wrong, in the language that was asked for. */
      detail: z.string(),
      /** Words or examples of what would be right. */
      right: z.array(z.string()),
      retryAt: z.nullable(z.iso.datetime()),
      /** What leads on from it, where no field can be mended. */
      next: z.array(z.strictObject({ step: z.string(), detail: z.string(), page: z.nullable(z.string()) })),
    }),
  ),
  checklist: z.array(
    z.strictObject({
      kind: z.enum(materialKinds),
      name: z.string(),
      how: z.string(),
      least: z.int(),
      most: z.int(),
      given: z.int(),
      /** Which day of it is to be said; null for what does not run out. */
      day: z.nullable(z.enum(dayMeanings)),
    }),
  ),
  fee: z.strictObject({ amountFen: z.int(), terms: z.string() }),
  /** How long there is for each step (ms), and how often it may be returned. */
  terms: z.strictObject({
    confirmMs: z.int(),
    payMs: z.int(),
    decideMs: z.int(),
    correctMs: z.int(),
    returns: z.int(),
    letterMs: z.int(),
  }),
})
