import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { appShown } from './apps/app-view.ts'
import { appKinds } from './platforms/platform-ids.ts'
import { stepProof, stepProofProblems } from './step-proof.route.ts'
import { stepShown } from './steps/step-view.ts'
import { typedAppName } from './typed-app-name.route.ts'

const at = { fn: 'certification-handover', caller: 'session' } as const

const ONE = '/v1/apps/{id}/administrator'

const LONGEST_CODE = 100

const code = z.string().check(z.maxLength(LONGEST_CODE))

/** The link, and until when it opens; or what it waits for before it does. */
const linkShown = z.strictObject({
  code: z.string(),
  url: z.string(),
  until: z.nullable(z.iso.datetime()),
  waits: z.nullable(stepShown),
})

export const askHandoverRoute = route({
  ...at,
  method: 'POST',
  name: 'askAppHandover',
  path: ONE,
  summary:
    'Have somebody else administer an app: answers a link, once, by which whoever opens it in their own account within a day can take the app on. Takes a code sent to your number and, where you are verified, the last four of your ID number and you in person: by face, or by a picture with your document, and then the link opens once a person has looked at it (202)',
  bodyLimit: 2048,
  body: z.strictObject(stepProof),
  answers: { 201: linkShown, 202: linkShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'app_in_application', 'app_not_handed_over'] as const),
    ...stepProofProblems,
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
    'Take an app on by the code of a handover, with a code sent to your own number and, where you are verified, the last four of your ID number and you in person: by face, or by a picture with your document, and then it is yours once a person has looked at it (202). Its administrator before is told',
  bodyLimit: 2048,
  body: z.strictObject({ code, ...stepProof }),
  answers: { 200: appShown, 202: stepShown },
  problems: [
    ...(['unauthenticated', 'banned', 'handover_over', 'handover_own', 'app_in_application'] as const),
    ...(['app_not_handed_over', 'handover_level_too_low', 'app_limit_reached'] as const),
    ...stepProofProblems,
  ],
})

const app = z.string().check(z.maxLength(32))

export const lookAtStepRoute = route({
  ...at,
  method: 'POST',
  name: 'lookAtAppStep',
  path: '/v1/app-steps/looks',
  summary:
    'What a sensitive step takes beside a code, and what a confirmation by face has to be about: renaming an app, handing it over, or taking one on. Nothing happens yet',
  bodyLimit: 2048,
  body: z.union([
    z.strictObject({ step: z.literal('rename'), app, name: typedAppName }),
    z.strictObject({ step: z.literal('handover'), app }),
    z.strictObject({ step: z.literal('takeover'), code }),
  ]),
  answers: {
    200: z.strictObject({
      lastFour: z.boolean(),
      face: z.nullable(z.strictObject({ action: z.string(), from: z.iso.datetime() })),
    }),
  },
  problems: ['unauthenticated', 'not_found', 'handover_over', 'handover_own', 'step_needs_verification'],
})

export const handoverRoutes = [
  askHandoverRoute,
  endHandoverRoute,
  lookAtHandoverRoute,
  takeAppRoute,
  lookAtStepRoute,
] as const
