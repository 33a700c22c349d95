import * as z from 'zod/mini'
import { DEVICE_COOKIE } from '../../shared/http/request.ts'
import { route } from '../../shared/http/route.ts'
import { isOperatorName, normaliseName } from './operator.ts'
import { consoleSessionOpened, consoleSessionShown, enrolmentShown, signInsShown } from './operator-view.ts'

const entering = { fn: 'operators-sign-in', bodyLimit: 2048 } as const

/** Whoever is in and looks after their own session. */
const own = { ...entering, caller: 'operator', right: 'own_session', needsNoStepUp: true } as const

/** No name is as long. */
const MAX_TYPED = 100
/** Of a text whose length in code points is judged later. */
const MAX_UNITS = 512

export const operatorName = z
  .string('invalid_operator_name')
  .check(
    z.maxLength(MAX_TYPED, 'invalid_operator_name'),
    z.overwrite(normaliseName),
    z.refine(isOperatorName, 'invalid_operator_name'),
  )

/** As an app shows it, with or without the blank in the middle. */
const totpCode = z.string('invalid_totp').check(
  z.maxLength(MAX_TYPED, 'invalid_totp'),
  z.overwrite((typed: string) => typed.replaceAll(/\s/g, '')),
  z.regex(/^\d{6}$/, 'invalid_totp'),
)

const anyPassword = z.string('password_length').check(z.maxLength(MAX_UNITS, 'password_length'))

/** What follows the `#` of a link. */
const enrolmentToken = z
  .string('invalid_enrolment')
  .check(
    z.maxLength(MAX_TYPED, 'invalid_enrolment'),
    z.regex(/^[a-z][a-z0-9.-]{1,30}\.[\w-]{43}$/, 'invalid_enrolment'),
  )

/** What a look at a link gave. */
const lookNonce = z.string('invalid_enrolment').check(z.regex(/^[\w-]{22}$/, 'invalid_enrolment'))

export const operatorSignInRoute = route({
  ...entering,
  method: 'POST',
  name: 'signInOperator',
  path: '/v1/operator/sessions',
  caller: 'anyone',
  summary:
    'Signs a person in at the console by name, password and a code of their authenticator app. Whatever is wrong, the answer is the same. With the header X-Shiming-Web the token goes into an HttpOnly cookie instead of the body, and another cookie makes this browser known the next time: tries in a browser that is known are counted apart.',
  setsCookie: true,
  readsCookie: DEVICE_COOKIE,
  body: z.strictObject({ name: operatorName, password: anyPassword, code: totpCode }),
  answers: { 201: consoleSessionOpened },
  problems: ['invalid_operator_name', 'password_length', 'invalid_totp', 'credentials_wrong', 'too_often'],
})

export const operatorSessionRoute = route({
  ...own,
  method: 'GET',
  name: 'getOperatorSession',
  path: '/v1/operator/sessions/current',
  summary: 'Who is signed in at the console, and what they may do',
  answers: { 200: consoleSessionShown },
  problems: ['unauthenticated'],
})

export const ownSignInsRoute = route({
  ...own,
  method: 'GET',
  name: 'listOwnSignIns',
  path: '/v1/operator/sign-ins',
  summary:
    'When whoever is signed in came in last, and whether from a device they had signed in on before, so that they notice what somebody else did under their name. Five at most, the newest first, the session that asks among them',
  answers: { 200: signInsShown },
  problems: ['unauthenticated'],
})

export const operatorSignOutRoute = route({
  ...own,
  method: 'DELETE',
  name: 'signOutOperator',
  path: '/v1/operator/sessions/current',
  summary: 'Ends the session of the console, also one that is already gone, and clears the cookie',
  setsCookie: true,
  answers: { 204: null },
  problems: ['unauthenticated'],
})

export const stepUpRoute = route({
  ...own,
  method: 'POST',
  name: 'stepUpOperator',
  path: '/v1/operator/sessions/current/step-up',
  summary:
    'Confirms with another code of the authenticator app that it is still them: for some minutes deeds need no further one',
  body: z.strictObject({ code: totpCode }),
  answers: { 200: z.strictObject({ stepUpUntil: z.iso.datetime() }) },
  problems: ['unauthenticated', 'invalid_totp', 'credentials_wrong', 'too_often'],
})

export const lookAtEnrolmentRoute = route({
  ...entering,
  method: 'POST',
  name: 'lookAtEnrolment',
  path: '/v1/operator/enrolments/look',
  caller: 'anyone',
  summary:
    'Whom a link to enrol is for, without spending it, a secret for their authenticator app that is of this look alone, and whether the link was opened before. Each look is recorded',
  body: z.strictObject({ token: enrolmentToken }),
  answers: { 200: enrolmentShown },
  problems: ['invalid_enrolment', 'enrolment_spent', 'too_often'],
})

export const enrolRoute = route({
  ...entering,
  method: 'POST',
  name: 'enrolOperator',
  path: '/v1/operator/enrolments',
  caller: 'anyone',
  summary:
    'Whoever a link is for chooses a password, shows a code of the secret that the look with this nonce gave, and is signed in; the link is spent',
  setsCookie: true,
  body: z.strictObject({ token: enrolmentToken, nonce: lookNonce, password: anyPassword, code: totpCode }),
  answers: { 201: consoleSessionOpened },
  problems: [
    'invalid_enrolment',
    'enrolment_spent',
    'password_length',
    'password_has_name',
    'password_trivial',
    'invalid_totp',
    'totp_wrong',
  ],
})
