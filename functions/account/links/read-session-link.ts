import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Brought, findSessionLink } from './find-session-link.ts'
import { maskExternalId, type signedInAs, whoIsIn } from './session-link.ts'

export type LookDeps = {
  table: Table
  clock: Clock
  settings: { platform: { name: string } }
  /** The masked name of a verified account. */
  maskedNameOf: (accountId: string) => Promise<string | undefined>
}

/** What whoever holds a link is asked about: is this yours? */
export type LinkSeen = {
  platform: string
  externalId: string
  name: string | undefined
  signedInAs: (typeof signedInAs)[number]
  expiresAt: Millis
}

/**
 * What a link is, without spending it: whose platform, which account (masked), and whether the browser is in another one. Refuses with
 * `session_link_spent`, whatever became of it. Three reads at most.
 */
export const readSessionLink = async (deps: LookDeps, brought: Brought): Promise<Outcome<LinkSeen>> => {
  const found = await findSessionLink(deps, brought)
  if (!found) return refused('session_link_spent')
  const { link, owner, signedIn } = found
  return ok({
    platform: deps.settings.platform.name,
    externalId: maskExternalId(link.externalId),
    name: owner === undefined ? undefined : await deps.maskedNameOf(owner),
    signedInAs: whoIsIn(owner, signedIn?.claimedId),
    expiresAt: link.expiresAt,
  })
}
