import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { phoneOfCode } from '../account/sms-code.route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { typedLastFour } from '../account/typed-last-four.route.ts'
import { openedShown } from '../payment/orders/order-view.ts'
import { freeText } from '../person/free-text.route.ts'
import { applicationShown } from './applications/application-view.ts'
import { preCheckShown } from './judging/pre-check-view.ts'
import { typedAppName } from './typed-app-name.route.ts'

const at = { fn: 'certification-applications', caller: 'session' } as const
const confirming = { fn: 'certification-confirm', caller: 'session' } as const

const PATH = '/v1/applications'
const ONE = `${PATH}/{id}` as const

/** Code points of an administrator's own words. */
const LONGEST = 1000
const MOST_PICTURES = 20

const id = z.string().check(z.maxLength(32))
const pictures = z.array(id).check(z.maxLength(MOST_PICTURES))
const filled = {
  certifiedName: z.optional(typedAppName),
  materials: z.optional(pictures),
  said: z.optional(freeText(LONGEST)),
}

export const preCheckRoute = route({
  ...at,
  method: 'POST',
  name: 'preCheckCertification',
  path: '/v1/certification/pre-checks',
  summary:
    'Have everything that is wrong with an application for certification told at once, with the pictures that it takes, what it costs and how long each step may take. Costs nothing and binds nobody',
  bodyLimit: 8192,
  body: z.strictObject({
    app: id,
    applicant: id,
    certifiedName: z.optional(typedAppName),
    materials: z.optional(pictures),
  }),
  answers: { 200: preCheckShown },
  problems: ['unauthenticated', 'not_found', 'too_often'],
})

export const createApplicationRoute = route({
  ...at,
  method: 'POST',
  name: 'createApplication',
  path: PATH,
  summary:
    'Begin to apply for the certification of an app, as a draft; one at a time for each app, which keeps its name for as long',
  bodyLimit: 16 * 1024,
  body: z.strictObject({ app: id, applicant: id, ...filled }),
  answers: { 201: applicationShown },
  problems: [
    ...(['unauthenticated', 'banned', 'id_number_in_text', 'not_found'] as const),
    ...(['application_open', 'material_unusable', 'contended'] as const),
  ],
})

export const listApplicationsRoute = route({
  ...at,
  method: 'GET',
  name: 'listApplications',
  path: PATH,
  summary: 'Applications for certification of the account, the newest first, a page at a time',
  query: z.strictObject(pageQuery(20)),
  answers: { 200: pageShown({ applications: z.array(applicationShown) }) },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const getApplicationRoute = route({
  ...at,
  method: 'GET',
  name: 'getApplication',
  path: ONE,
  summary: 'One application: where it is, what it waits for and until when, its verdicts, and how it came there',
  answers: { 200: applicationShown },
  problems: ['unauthenticated', 'not_found'],
})

export const editApplicationRoute = route({
  ...at,
  method: 'PATCH',
  name: 'editApplication',
  path: ONE,
  summary:
    'Fill an application in, before it is sent in or while it is returned to be corrected; what is left out stays',
  bodyLimit: 16 * 1024,
  body: z.strictObject({ applicant: z.optional(id), ...filled }),
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'id_number_in_text', 'not_found', 'application_over'] as const),
    ...(['application_not_editable', 'material_unusable', 'contended'] as const),
  ],
})

export const submitApplicationRoute = route({
  ...at,
  method: 'POST',
  name: 'submitApplication',
  path: `${ONE}/submission`,
  summary:
    'Send an application in, if nothing is wrong with it: the name that it asks for is kept for it, and exactly that change of name is to be confirmed',
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'application_over', 'application_not_awaited'] as const),
    ...(['application_incomplete', 'certification_app_changed', 'app_name_taken', 'too_often', 'contended'] as const),
  ],
})

const stepUp = { phone: phoneOfCode, smsCode: typedCode, idLastFour: typedLastFour }

/** What shows that it is the administrator: beside code and last four a confirmation by face of this change, or a picture for people. */
const proofSent = z.union([z.strictObject({ ...stepUp, face: id }), z.strictObject({ ...stepUp, picture: id })])

const proofProblems = [
  ...(['invalid_phone', 'invalid_sms_code', 'invalid_id_last_four', 'application_level_too_low'] as const),
  ...([
    'confirmation_face_unfit',
    'phone_not_known_here',
    'step_up_last_four_required',
    'material_unusable',
    'sms_code_wrong',
  ] as const),
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

export const openFeeOrderRoute = route({
  fn: 'certification-fee',
  caller: 'session',
  method: 'POST',
  name: 'openCertificationOrder',
  path: `${ONE}/orders`,
  summary:
    'Open the order by which the fee of an application is paid, once it is confirmed; the same one while it is open. What is paid twice or late goes back',
  idempotent: true,
  answers: { 201: openedShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'application_over', 'application_not_awaited'] as const),
    ...(['idempotency_key_reused', 'too_many_open_orders'] as const),
  ],
})

export const applicationRoutes = [
  preCheckRoute,
  createApplicationRoute,
  listApplicationsRoute,
  getApplicationRoute,
  editApplicationRoute,
  submitApplicationRoute,
  confirmApplicationRoute,
  correctApplicationRoute,
  withdrawApplicationRoute,
  openFeeOrderRoute,
] as const
