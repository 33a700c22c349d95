import * as z from 'zod/mini'
import { EXTERNAL_ID } from './external-id.ts'

/** How the platform names one of its users, in a body or a query. */
export const externalId = z.string('invalid_external_id').check(z.regex(EXTERNAL_ID, 'invalid_external_id'))
