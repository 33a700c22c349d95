import type { Refusal } from '../shared/kernel/outcome.ts'
import { env } from '../shared/runtime/environment.ts'
import { unknownRefusal } from './front/unknown.ts'
import { paths } from './paths.ts'

const isSandbox = env('STAGE') === 'sandbox'
const served = paths.filter(({ sandboxOnly }) => isSandbox || !sandboxOnly)

/** What an address is told in this deployment that no route of it serves. */
export const unknownHere = (path: string): Refusal => unknownRefusal(served, path)
