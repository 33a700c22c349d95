import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { banShown } from './bans/ban-view.ts'
import { externalId } from './external-id.route.ts'

const decided = {
  fn: 'account-user-ban',
  method: 'POST',
  caller: 'platform',
  bodyLimit: 4096,
  body: z.strictObject({ externalId, reason: deedText(500) }),
  answers: {
    200: z.strictObject({
      /** Null for a user who has never been here. */
      id: z.nullable(z.string()),
      externalId: z.string(),
      ban: z.nullable(banShown),
    }),
  },
} as const

export const banRoute = route({
  ...decided,
  name: 'banUser',
  path: '/v1/account/ban',
  summary:
    "Ban a user of the platform, also one who has never been here; the user is told the reason. Answers the platform's ban: the first one, where there was one already.",
  problems: ['unauthenticated', 'invalid_external_id', ...deedTextProblems, 'contended'],
})

export const unbanUserRoute = route({
  ...decided,
  name: 'unbanUser',
  path: '/v1/account/unban',
  summary:
    "Lift the platform's own ban of a user, and grant the appeal if one is open; a ban for malicious complaints is an operator's to lift. Answers what still stands.",
  problems: ['unauthenticated', 'invalid_external_id', ...deedTextProblems, 'ban_for_complaints', 'contended'],
})
