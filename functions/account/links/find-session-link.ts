import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Key } from '../../../shared/table/write.ts'
import { ownerIn } from '../account-store.ts'
import { accountKeys } from '../keys.ts'
import { isLive, type SessionClaim } from '../sessions/session-store.ts'
import type { SessionLink } from './session-link.ts'
import { linkKey, liveLink } from './session-link-store.ts'

/** A link, and the browser that brings it: `current` is the session it is in, if that is live. */
export type Brought = { token: string; current: SessionClaim | undefined }

export type FoundLink = {
  key: Key
  link: SessionLink
  /** The account it leads to; undefined before the first session of it. */
  owner: string | undefined
  signedIn: SessionClaim | undefined
}

/** The link that somebody brings, and who they are; undefined for one that is spent, over, or never was. Two reads. */
export const findSessionLink = async (
  deps: { table: Table; clock: Clock },
  { token, current }: Brought,
): Promise<FoundLink | undefined> => {
  const key = linkKey(token)
  const [item, session] = await deps.table.getMany([key, ...(current ? [current.session] : [])])
  const now = deps.clock.now()
  const link = liveLink(item, now)
  if (!link) return undefined
  const owner = ownerIn(await deps.table.get(accountKeys.external(link.externalId)))
  return { key, link, owner, signedIn: isLive(session, now) ? current : undefined }
}
