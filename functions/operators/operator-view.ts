import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { doerShown } from '../audit/doer-view.ts'
import type { SignedInOperator } from './access/authenticate-operator.ts'
import { type CameIn, comeFrom } from './access/came-in.ts'
import type { OperatorSession } from './access/session.ts'
import { otpauthUri } from './access/totp.ts'
import type { Enrolment } from './enrolment/enrolment.ts'
import { operatorStatuses, type Person } from './operator.ts'
import { personRoles, type Right, rights, rightsOf } from './rights.ts'

const time = z.iso.datetime()

/** Who is signed in at the console, and what they may do. */
export const consoleSessionShown = z.strictObject({
  operator: z.strictObject({
    name: z.string(),
    role: z.enum(personRoles),
    rights: z.array(z.enum(rights as [Right, ...Right[]])),
  }),
  expiresAt: time,
  /** Until when deeds need no further code. */
  stepUpUntil: time,
})

export const showConsoleSession = (
  { name, role }: Person,
  { endsAt, idleUntil, stepUpUntil }: OperatorSession,
): z.infer<typeof consoleSessionShown> => ({
  operator: { name, role, rights: rightsOf(role) },
  expiresAt: rfc3339(Math.min(endsAt, idleUntil)),
  stepUpUntil: rfc3339(stepUpUntil),
})

export const showSignedIn = ({ person, session }: SignedInOperator) => showConsoleSession(person, session)

/** The same with the token of the session, left out where it is in the cookie. */
export const consoleSessionOpened = z.strictObject({ token: z.optional(z.string()), ...consoleSessionShown.shape })

/** When and from where somebody came in last, the newest first. */
export const signInsShown = z.strictObject({
  signIns: z.array(
    z.strictObject({
      at: time,
      from: z.enum(comeFrom),
      /** Whether it began the session that asks. */
      current: z.boolean(),
    }),
  ),
})

export const showSignIns = (signIns: readonly CameIn[]): z.infer<typeof signInsShown> => ({
  signIns: signIns.map(({ at, from, isThis }) => ({ at: rfc3339(at), from, current: isThis })),
})

/** A person of the console as admins see them. */
export const operatorShown = z.strictObject({
  name: z.string(),
  role: z.enum(personRoles),
  status: z.enum(operatorStatuses),
  createdAt: time,
  invitedBy: z.nullable(doerShown),
  /** Since when they stand as `status` says. */
  statusAt: time,
  enrolledAt: z.nullable(time),
  /** Until when their link is good, where they have one. */
  linkUntil: z.nullable(time),
  /** When it was opened first. */
  linkOpenedAt: z.nullable(time),
})

export const showOperator = (person: Person): z.infer<typeof operatorShown> => {
  const { name, role, status, createdAt, invitedBy = null, statusAt, enrolledAt, linkUntil, linkOpenedAt } = person
  return {
    ...{ name, role, status, invitedBy },
    createdAt: rfc3339(createdAt),
    statusAt: rfc3339(statusAt),
    enrolledAt: rfc3339If(enrolledAt),
    linkUntil: rfc3339If(linkUntil),
    linkOpenedAt: rfc3339If(linkOpenedAt),
  }
}

/** What a link is for, and what the authenticator app is to take. */
export const enrolmentShown = z.strictObject({
  name: z.string(),
  role: z.enum(personRoles),
  secret: z.string(),
  /** Whoever enrols by what this look was shown brings it back. */
  nonce: z.string(),
  /** What a QR code of it says. */
  uri: z.string(),
  /** When the link was opened before, the first time. */
  openedAt: z.nullable(time),
  expiresAt: time,
})

export const showEnrolment = (
  { name, role, secret, nonce, until, openedAt }: Enrolment,
  issuer: string,
): z.infer<typeof enrolmentShown> => ({
  ...{ name, role, secret, nonce },
  openedAt: rfc3339If(openedAt),
  uri: otpauthUri(issuer, name, secret),
  expiresAt: rfc3339(until),
})
