import * as z from 'zod/mini'
import { EXTERNAL_ID } from './external-id.ts'

/** How the platform names one of its users, in a body or a query. */
export const externalId = z.string('invalid_external_id').check(z.regex(EXTERNAL_ID, 'invalid_external_id'))

/** In the query of every route that the platform calls for one of its users, and a signed-in user for themselves. */
export const ofUser = { externalId: z.optional(externalId) }

/** What such a route may refuse its caller with. */
export const ofUserProblems = ['unauthenticated', 'invalid_external_id', 'external_id_with_session'] as const
