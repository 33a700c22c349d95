import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { hashOf, newSessionToken } from '../../account/sessions/session-store.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, type Doer, deedSubjects } from '../../audit/deed.ts'
import { adminsCounted, LAST_ADMIN } from '../admins-store.ts'
import { operatorKeys } from '../keys.ts'
import { isReservedName, isSelf, type Person } from '../operator.ts'
import {
  invitedAnew,
  type KeptPerson,
  keptPersonOf,
  type Link,
  OPERATOR_EXISTS,
  personInvited,
  personOf,
} from '../operator-store.ts'
import type { PersonRole } from '../rights.ts'

export type InviteDeps = { table: Table; clock: Clock; ids: Ids; settings: { operators: { linkMs: Millis } } }

/** Somebody who was invited; the token of their link is shown once. */
export type Invited = { person: Person; token: string }

type Inviting = { name: string; reason: string }

/** How often somebody else may be faster. */
const TRIES = 4

const newLink = ({ ids, clock, settings }: InviteDeps, name: string): { token: string; link: Link } => {
  const token = newSessionToken(name, ids)
  return { token, link: { hash: hashOf(token), until: clock.now() + settings.operators.linkMs } }
}

const deed = (
  { ids, clock }: InviteDeps,
  by: Doer,
  { name, reason }: Inviting,
  action: DeedAction,
  detail: string,
): AuditRecord => ({
  id: ids.id(),
  subject: deedSubjects.operator(name),
  at: clock.now(),
  by,
  action,
  detail,
  reason,
})

const invitedOf = (
  of: Omit<Person, 'isEnrolled' | 'status' | 'statusAt' | 'epochAt'>,
  { link, token }: ReturnType<typeof newLink>,
  now: Millis,
): Invited => ({
  person: {
    ...of,
    ...{ status: 'invited', statusAt: now, epochAt: now, linkUntil: link.until, linkOpenedAt: undefined },
    ...{ enrolledAt: undefined, isEnrolled: false },
  },
  token,
})

/**
 * Somebody may enrol under a name (of the form of `isOperatorName`) that nobody ever had: `operator_exists` otherwise, and
 * `operator_name_reserved` for what records call something of ours. The link is good for `operators.linkMs`. Two database calls.
 */
export const createInvitation = async (
  deps: InviteDeps,
  by: Doer,
  of: Inviting & { role: PersonRole },
): Promise<Outcome<Invited>> => {
  if (isReservedName(of.name)) return refusedField('/name', 'operator_name_reserved')
  const now = deps.clock.now()
  const made = newLink(deps, of.name)
  const invitation = { name: of.name, role: of.role, invitedBy: by }
  const record = deed(deps, by, of, 'operator_invite', of.role)
  const committed = await commitDeed(deps, record, [personInvited(invitation, made.link, now)])
  if (committed.kind === 'conflict') return refused('operator_exists')
  return ok(invitedOf({ ...invitation, epoch: 1, createdAt: now }, made, now))
}

const renew = async (
  deps: InviteDeps,
  by: Doer,
  of: Inviting,
  writes: (kept: KeptPerson, link: Link, now: Millis) => { role: PersonRole; all: Write[] } | Outcome<never>,
): Promise<Outcome<Invited>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = keptPersonOf(await deps.table.get(operatorKeys.person(of.name)))
    if (!kept) return refused('not_found')
    if (isSelf(kept, by)) return refused('own_operator')
    const made = newLink(deps, of.name)
    const now = deps.clock.now()
    const planned = writes(kept, made.link, now)
    if ('ok' in planned) return planned
    const committed = await commitDeed(deps, deed(deps, by, of, 'operator_link', planned.role), planned.all)
    if (committed.kind === 'committed')
      return ok(invitedOf({ ...personOf(kept), role: planned.role, epoch: kept.epoch + 1 }, made, now))
    if (isBecause(committed.conflicts, LAST_ADMIN)) return refused('last_admin')
  }
  return refused('contended')
}

/**
 * A new link for somebody who lost their phone, their password or the link before. What they signed in with counts no more and their
 * sessions are over. Refuses with `not_found`, `own_operator`, `last_admin`, and `operator_disabled`, for letting in again is a deed of its own. Three
 * database calls.
 */
export const createLink = (deps: InviteDeps, by: Doer, of: Inviting): Promise<Outcome<Invited>> =>
  renew(deps, by, of, (kept, link, now) => {
    if (kept.status === 'disabled') return refused('operator_disabled')
    const { role } = kept
    return {
      role,
      all: [invitedAnew(kept, 'invited_anew', role, link, now), ...adminsCounted(kept, { role, status: 'invited' })],
    }
  })

/**
 * A link for whoever may write to the table itself: for the first admin, and where no admin can sign in any more. Whatever the person of
 * that name was before, they are invited in that role. Two or five database calls.
 */
export const createRescue = async (
  deps: InviteDeps,
  by: Doer,
  of: Inviting & { role: PersonRole },
): Promise<Outcome<Invited>> => {
  const created = await createInvitation(deps, by, of)
  if (created.ok || created.refusal.code !== OPERATOR_EXISTS) return created
  const { role } = of
  return renew(deps, by, of, (kept, link, now) => ({
    role,
    all: [invitedAnew(kept, 'rescued', role, link, now), ...adminsCounted(kept, { role, status: 'invited' }, true)],
  }))
}
