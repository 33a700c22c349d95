import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { phoneOfCode } from '../account/sms-code.route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { typedLastFour } from '../account/typed-last-four.route.ts'
import { freeText } from '../person/free-text.route.ts'
import { reviewShown } from '../review/case/case-view.ts'
import { proofingShown } from './disputing/proofing-view.ts'

/** Code points. */
const LONGEST = 1000

const users = { fn: 'proofing-user', caller: 'session' } as const

const ONE = '/v1/proofings/{id}'

export const getProofingRoute = route({
  ...users,
  method: 'GET',
  name: 'getProofing',
  path: ONE,
  summary: 'A verification that this account was told of: who it names, masked, when, and what can be done about it',
  answers: { 200: proofingShown },
  problems: ['unauthenticated', 'not_found'],
})

export const disputeProofingRoute = route({
  ...users,
  method: 'POST',
  name: 'disputeProofing',
  path: `${ONE}/dispute`,
  summary: 'Say that a verification was not you: a case for people, once; a second time answers the same case',
  bodyLimit: 8192,
  body: z.strictObject({ text: z.optional(freeText(LONGEST)) }),
  answers: { 201: reviewShown },
  problems: [
    'unauthenticated',
    'id_number_in_text',
    'not_found',
    'proofing_dispute_over',
    'proofing_disputed_elsewhere',
    'too_often',
    'contended',
  ],
})

export const pauseProofingRoute = route({
  ...users,
  method: 'POST',
  name: 'pauseProofing',
  path: `${ONE}/pause`,
  summary:
    'Pause the sending of an account whose verification you said was not you, for a day at most, once: takes a code sent to a number of yours and the last four of the ID number',
  bodyLimit: 1024,
  body: z.strictObject({ phone: phoneOfCode, smsCode: typedCode, idLastFour: typedLastFour }),
  answers: { 200: proofingShown },
  problems: [
    'unauthenticated',
    'invalid_phone',
    'invalid_sms_code',
    'invalid_id_last_four',
    'not_found',
    'proofing_not_disputed',
    'proofing_disputed_elsewhere',
    'proofing_paused_before',
    'sms_code_wrong',
    'sms_code_spent',
    'phone_not_known_here',
    'id_last_four_wrong',
    'id_last_four_too_often',
    'contended',
  ],
})

export const proofingRoutes = [getProofingRoute, disputeProofingRoute, pauseProofingRoute] as const
