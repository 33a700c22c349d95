import * as z from 'zod/mini'
import { isDay } from '../../shared/kernel/days.ts'

/** A Beijing day as YYYYMMDD, in a body or a query. */
export const day = z.string('invalid_day').check(z.refine(isDay, 'invalid_day'))
