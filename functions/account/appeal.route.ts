import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { freeText } from '../person/free-text.route.ts'
import { appealShown } from './bans/appeal-view.ts'

/** Code points. */
const LONGEST = 1000

export const appealRoute = route({
  fn: 'account-appeal',
  method: 'POST',
  name: 'appeal',
  path: '/v1/account/appeals',
  caller: 'session',
  summary: 'A banned user appeals against the ban, without ID numbers; an operator decides.',
  bodyLimit: 8192,
  body: z.strictObject({ text: freeText(LONGEST) }),
  answers: { 201: appealShown },
  problems: ['unauthenticated', 'not_banned', 'appeal_open', 'too_often', 'id_number_in_text'],
})

export const appealsRoute = route({
  fn: 'account-appeal',
  method: 'GET',
  name: 'listAppeals',
  path: '/v1/account/appeals',
  caller: 'session',
  summary: 'The last appeal of the account, the only one kept, and how it was decided, with the reason.',
  answers: { 200: z.strictObject({ appeals: z.array(appealShown) }) },
  problems: ['unauthenticated'],
})
