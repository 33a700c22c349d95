import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { hitsShown } from './searching/hits-view.ts'

const LONGEST = 200

export const searchRoute = route({
  fn: 'cases-search',
  method: 'POST',
  caller: 'operator',
  right: 'see_orders',
  needsNoStepUp: true,
  name: 'search',
  path: '/v1/operator/searches',
  summary:
    'Find by any id: account, external id, order, number at a channel (payment, refund, complaint), verification, confirmation by face, app, applicant, application, message, proposal, deed. An app also by its exact name or one that looks the same, applicants by the credit code or the whole name of their organisation. Or the accounts of a person by their exact mobile or ID number, which is a deed: it needs a code that is not old, is put on record and limited. By POST, so that no number stands in an address',
  bodyLimit: 4096,
  body: z.strictObject({
    text: z.string().check(
      z.trim(),
      shaped((text) => text !== '' && text.length <= LONGEST && text.isWellFormed(), {
        minLength: 1,
        maxLength: LONGEST,
      }),
    ),
  }),
  answers: { 200: hitsShown },
  problems: ['unauthenticated', 'step_up_needed', 'too_often'],
})
