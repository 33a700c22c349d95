import * as z from 'zod/mini'
import { doerKinds } from './deed.ts'

/** Who did something, as answers have it. */
export const doerShown = z.strictObject({ kind: z.enum(doerKinds), id: z.string() })
