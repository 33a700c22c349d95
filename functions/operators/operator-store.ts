import * as z from 'zod/mini'
import { target } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { listedAt } from '../../shared/table/keys.ts'
import { stateAllows } from '../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atLeast,
  below,
  type Condition,
  equals,
  type Guard,
  guard,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../shared/table/write.ts'
import { type Doer, doerKinds, doers } from '../audit/deed.ts'
import type { KeptPassword } from './access/password.ts'
import { operatorKeys, operatorLists } from './keys.ts'
import { isReservedName, type OperatorEvent, operatorStatuses, operatorTransitions, type Person } from './operator.ts'
import { type PersonRole, personRoles } from './rights.ts'

const password = z.object({ n: z.number(), r: z.number(), p: z.number(), salt: z.string(), hash: z.string() })

const doer = z.object({ kind: z.enum(doerKinds), id: z.string() })

const stored = z.object({
  name: z.string(),
  role: z.enum(personRoles),
  status: z.enum(operatorStatuses),
  epoch: z.number(),
  epochAt: z.optional(z.number()),
  createdAt: z.number(),
  /** Only what it is called, where it was kept before its kind was. */
  invitedBy: z.optional(z.union([doer, z.string()])),
  /** When they came into their status. */
  statusAt: z.optional(z.number()),
  enrolledAt: z.optional(z.number()),
  /** Of the token of the link that is good. */
  linkHash: z.optional(z.string()),
  linkUntil: z.optional(z.number()),
  /** When it was opened first. */
  linkOpenedAt: z.optional(z.number()),
  password: z.optional(password),
  /** The secret of the authenticator app, sealed. */
  totp: z.optional(z.string()),
  /** Of the code that was taken last: it and those before count no more. */
  totpStep: z.optional(z.number()),
})

/** A person with what they sign in with, as it is kept. */
export type KeptPerson = z.infer<typeof stored>

/** The person in an OPERATOR item; undefined where there is none. */
export const keptPersonOf = (item: Item | undefined): KeptPerson | undefined => item && z.parse(stored, item)

/** Of old only persons and the command line invited. */
const doerIn = (kept: Doer | string | undefined): Doer | undefined => {
  if (typeof kept !== 'string') return kept
  return isReservedName(kept) ? doers.service(kept) : { kind: 'operator', id: kept }
}

/** The same without what they sign in with. */
export const personOf = (kept: KeptPerson): Person => {
  const { name, role, status, epoch, createdAt, invitedBy, enrolledAt, linkUntil, linkOpenedAt } = kept
  // Who was kept before it was noted came into it when they enrolled, or were invited.
  const statusAt = kept.statusAt ?? enrolledAt ?? createdAt
  return {
    ...{ name, role, status, epoch, createdAt, enrolledAt, linkUntil, linkOpenedAt, statusAt },
    invitedBy: doerIn(invitedBy),
    epochAt: kept.epochAt ?? statusAt,
    isEnrolled: kept.password !== undefined,
  }
}

/** A link: what of its token is kept, and until when it is good. */
export type Link = { hash: string; until: Millis }

const linkSet = ({ hash, until }: Link) => ({ linkHash: hash, linkUntil: until })

/** What is kept of a link. */
const LINK = ['linkHash', 'linkUntil', 'linkOpenedAt']

/** Why a write about a person is refused: others changed them meanwhile. */
const OPERATOR_CHANGED = 'operator_changed'
export const OPERATOR_EXISTS = 'operator_exists'

/** Nobody has changed somebody since they were read: what they may do and show for it is as it was. */
export const personAsRead = ({ name, epoch }: Pick<Person, 'name' | 'epoch'>): Guard =>
  guard(operatorKeys.person(name), equals('epoch', epoch), OPERATOR_CHANGED)

type Invitation = { name: string; role: PersonRole; invitedBy: Doer }

/** Somebody is invited under a name that nobody ever had. */
export const personInvited = (of: Invitation, link: Link, now: Millis): Put =>
  put(
    operatorKeys.person(of.name),
    {
      ...of,
      ...{ status: 'invited', epoch: 1, epochAt: now, createdAt: now, statusAt: now },
      ...linkSet(link),
      ...listedAt(operatorLists.all, now),
    },
    isNew,
    OPERATOR_EXISTS,
  )

/** What they may do, or show for it, is changed. */
const epochSet = ({ epoch }: Pick<KeptPerson, 'epoch'>, now: Millis) => ({ epoch: epoch + 1, epochAt: now })

/** As it was read, and in a state in which that may happen. */
const asRead = ({ epoch }: Pick<KeptPerson, 'epoch'>, event: OperatorEvent): Condition =>
  all(stateAllows(operatorTransitions, event), equals('epoch', epoch))

/** What somebody signs in with counts no more, and a new link is good. Their sessions are of an epoch that is over. */
export const invitedAnew = (
  kept: KeptPerson,
  event: 'invited_anew' | 'rescued',
  role: PersonRole,
  link: Link,
  now: Millis,
): Update =>
  update(
    operatorKeys.person(kept.name),
    {
      set: {
        ...{ status: target(operatorTransitions, event), statusAt: now, role },
        ...epochSet(kept, now),
        ...linkSet(link),
      },
      remove: ['password', 'totp', 'totpStep', 'enrolledAt', 'linkOpenedAt'],
    },
    asRead(kept, event),
    OPERATOR_CHANGED,
  )

export type Credentials = { password: KeptPassword; totp: string; totpStep: number }

const LINK_SPENT = 'enrolment_spent'

/** By this very link, in its time. */
const byLink = ({ linkHash = '' }: KeptPerson, now: Millis): Condition =>
  all(equals('linkHash', linkHash), atLeast('linkUntil', now + 1))

/** Whoever has the link looks what it is for; the first time is kept. */
export const linkOpened = (kept: KeptPerson, now: Millis): Update =>
  update(
    operatorKeys.person(kept.name),
    { set: { linkOpenedAt: kept.linkOpenedAt ?? now } },
    all(asRead(kept, 'link_opened'), byLink(kept, now)),
    LINK_SPENT,
  )

/** Whoever has the link takes it, which can be done once and in its time. */
export const personEnrolled = (kept: KeptPerson, credentials: Credentials, now: Millis): Update =>
  update(
    operatorKeys.person(kept.name),
    {
      set: {
        ...credentials,
        ...{ status: target(operatorTransitions, 'enrolled'), statusAt: now, enrolledAt: now },
        ...epochSet(kept, now),
      },
      remove: LINK,
    },
    all(asRead(kept, 'enrolled'), byLink(kept, now)),
    LINK_SPENT,
  )

export type Moved = 'disabled' | 'enabled' | 'enabled_unenrolled' | 'role_changed'

/** How they stand after an event, with that role. */
export const statusAfter = (status: Person['status'], event: Moved): Person['status'] =>
  event === 'role_changed' ? status : target(operatorTransitions, event)

/**
 * An admin lets them in or not, or gives them another role. Their sessions are over either way, and so is a link they have not taken: it
 * was given for what they were to be then.
 */
export const personMoved = (kept: KeptPerson, event: Moved, role: PersonRole, now: Millis): Update =>
  update(
    operatorKeys.person(kept.name),
    {
      set: {
        role,
        ...epochSet(kept, now),
        ...(event !== 'role_changed' && { status: target(operatorTransitions, event), statusAt: now }),
      },
      remove: LINK,
    },
    asRead(kept, event),
    OPERATOR_CHANGED,
  )

const CODE_USED = 'code_used'

/** A code is taken, which is done once; `renewed`: what is kept under newer keys or parameters from now on. */
export const codeTaken = (
  kept: KeptPerson,
  step: number,
  renewed: Partial<Pick<Credentials, 'password' | 'totp'>> = {},
): Update =>
  update(
    operatorKeys.person(kept.name),
    { set: { totpStep: step, ...renewed } },
    all(asRead(kept, 'code_taken'), any(absent('totpStep'), below('totpStep', step))),
    CODE_USED,
  )
