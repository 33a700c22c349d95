import * as z from 'zod/mini'
import type { Expected } from '../kernel/expected.ts'

/** A check that a schema cannot say by itself; `expected` is what whoever fails it is told. `abort`: nothing else is looked at then. */
export const shaped = <T = string>(fits: (value: T) => boolean, expected: Expected, abort = false) =>
  z.refine<T>(fits, { abort, params: { expected } })

/** Says what a number counts. */
export const inUnit = (unit: Expected['unit']) => shaped<number>(() => true, { unit })
