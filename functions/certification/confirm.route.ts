import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { phoneOfCode } from '../account/sms-code.route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { typedLastFour } from '../account/typed-last-four.route.ts'
import { applicationShown } from './applications/application-view.ts'

const confirming = { fn: 'certification-confirm', caller: 'session' } as const

const ONE = '/v1/applications/{id}'

const id = z.string().check(z.maxLength(32))

const stepUp = { phone: phoneOfCode, smsCode: typedCode, idLastFour: typedLastFour }

/** What shows that it is the administrator: beside code and last four a confirmation by face of this change, or a picture for people. */
const proofSent = z.union([z.strictObject({ ...stepUp, face: id }), z.strictObject({ ...stepUp, picture: id })])

const proofProblems = [
  ...(['invalid_phone', 'invalid_sms_code', 'invalid_id_last_four', 'application_level_too_low'] as const),
  ...([
    'confirmation_face_unfit',
    'own_phone_missing',
    'phone_not_own',
    'step_up_last_four_required',
    'material_unusable',
    'sms_code_wrong',
  ] as const),
  'certification_paper_over',
  ...(['sms_code_spent', 'id_last_four_wrong', 'id_last_four_too_often', 'names_changed'] as const),
] as const

/** The `pairToken` with which the application was shown. */
const token = z.string().check(z.maxLength(64))

export const confirmApplicationRoute = route({
  ...confirming,
  method: 'POST',
  name: 'confirmApplication',
  path: `${ONE}/confirmation`,
  summary:
    'Confirm exactly the change of name that an application asks for, and that it is you: by a code to your phone, the last four of your ID number, and by face or by a picture of you with your document. Then its fee is due, or people look at it',
  bodyLimit: 2048,
  body: z.strictObject({ pairToken: token, proof: proofSent }),
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'application_over', 'application_not_awaited'] as const),
    ...proofProblems,
    'contended',
  ],
})

export const correctApplicationRoute = route({
  ...confirming,
  method: 'POST',
  name: 'correctApplication',
  path: `${ONE}/corrections`,
  summary:
    'Send an application again that was returned to be corrected, free of charge; another change of name than was confirmed takes its proof anew',
  bodyLimit: 2048,
  body: z.strictObject({ pairToken: token, proof: z.optional(proofSent) }),
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'application_over', 'application_not_awaited'] as const),
    ...(['application_incomplete', 'certification_app_changed', 'app_name_taken', 'confirmation_needed'] as const),
    ...proofProblems,
    ...(['review_over', 'review_not_asked', 'certification_correct_there', 'contended'] as const),
  ],
})

export const withdrawApplicationRoute = route({
  ...confirming,
  method: 'POST',
  name: 'withdrawApplication',
  path: `${ONE}/withdrawal`,
  summary:
    'Take an application back, but not while a person is at work on it; what was paid goes back where nobody has looked at it yet',
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'not_found', 'application_over', 'review_over'] as const),
    ...(['review_seconding', 'review_being_decided', 'contended'] as const),
  ],
})

export const confirmRoutes = [confirmApplicationRoute, correctApplicationRoute, withdrawApplicationRoute] as const
