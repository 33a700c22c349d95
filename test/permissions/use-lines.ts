import * as z from 'zod/mini'
import type { UseLine } from '../../local/permissions/uses.ts'

const line = z.union([
  z.object({ fn: z.string(), used: z.string() }),
  z.object({ fn: z.string(), refused: z.string() }),
])

/** Reads what engines have written about the use of permissions. */
export const readUses = (text: string): UseLine[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((one) => z.parse(line, JSON.parse(one)))
