import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { phoneOfCode } from '../account/sms-code.route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { typedLastFour } from '../account/typed-last-four.route.ts'
import { appShown } from './apps/app-view.ts'
import { appKinds } from './platforms/platform-ids.ts'

const at = { fn: 'certification-handover', caller: 'session' } as const

const ONE = '/v1/apps/{id}/administrator'

const LONGEST_CODE = 100

const code = z.string().check(z.maxLength(LONGEST_CODE))
const stepUp = { phone: phoneOfCode, smsCode: typedCode, idLastFour: z.optional(typedLastFour) }

const stepUpProblems = [
  ...(['invalid_phone', 'invalid_sms_code', 'invalid_id_last_four', 'sms_code_wrong', 'sms_code_spent'] as const),
  ...([
    'own_phone_missing',
    'phone_not_own',
    'step_up_last_four_required',
    'id_last_four_wrong',
    'id_last_four_too_often',
  ] as const),
] as const

export const askHandoverRoute = route({
  ...at,
  method: 'POST',
  name: 'askAppHandover',
  path: ONE,
  summary:
    'Have somebody else administer an app: answers a link, once, by which whoever opens it in their own account within a day can take the app on. Takes a code sent to your number and, where you are verified, the last four of your ID number',
  bodyLimit: 2048,
  body: z.strictObject(stepUp),
  answers: { 201: z.strictObject({ code: z.string(), url: z.string(), until: z.iso.datetime() }) },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'app_in_application', 'app_not_handed_over'] as const),
    ...stepUpProblems,
    ...(['too_often', 'contended'] as const),
  ],
})

export const endHandoverRoute = route({
  ...at,
  method: 'DELETE',
  name: 'endAppHandover',
  path: ONE,
  summary: 'Keep an app after all: the link by which somebody else could take it on opens nothing any more',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found', 'contended'],
})

export const lookAtHandoverRoute = route({
  ...at,
  method: 'POST',
  name: 'lookAtAppHandover',
  path: '/v1/app-handovers/looks',
  summary: 'Which app a link hands over, and until when; nothing happens yet',
  bodyLimit: 512,
  body: z.strictObject({ code }),
  answers: {
    200: z.strictObject({
      app: z.strictObject({
        id: z.string(),
        kind: z.enum(appKinds),
        name: z.string(),
        description: z.nullable(z.string()),
        certifiedName: z.nullable(z.string()),
      }),
      until: z.iso.datetime(),
    }),
  },
  problems: ['unauthenticated', 'handover_over', 'handover_own'],
})

export const takeAppRoute = route({
  ...at,
  method: 'POST',
  name: 'takeApp',
  path: '/v1/app-handovers',
  summary:
    'Take an app on by the code of a handover, with a code sent to your own number and, where you are verified, the last four of your ID number; its administrator before is told',
  bodyLimit: 2048,
  body: z.strictObject({ code, ...stepUp }),
  answers: { 200: appShown },
  problems: [
    ...(['unauthenticated', 'banned', 'handover_over', 'handover_own', 'app_in_application'] as const),
    ...(['app_not_handed_over', 'handover_level_too_low', 'app_limit_reached'] as const),
    ...stepUpProblems,
    ...(['too_often', 'contended'] as const),
  ],
})

export const handoverRoutes = [askHandoverRoute, endHandoverRoute, lookAtHandoverRoute, takeAppRoute] as const
