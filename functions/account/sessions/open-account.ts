import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import type { Key, Write } from '../../../shared/table/write.ts'
import type { Profile } from '../account.ts'
import { accountOpened, leadsTo, ownerIn, TAKEN } from '../account-store.ts'
import { newSessionToken, sessionOf, sessionOpened } from './session-store.ts'

export type OpeningDeps = { table: Table; clock: Clock; ids: Ids; settings: { sessions: { lifeMs: Millis } } }

/** Under which key an account is found, what it starts with if it is new, and what else must be written with the session. */
export type Opening = {
  found: Key
  profile: Omit<Profile, 'id' | 'createdAt'>
  phoneIndex?: string
  also?: readonly Write[]
}

export type Opened = { kind: 'opened'; token: string; accountId: string } | { kind: 'conflict'; conflicts: Conflict[] }

const sessionWrites = (deps: OpeningDeps, token: string): Write[] => {
  const named = sessionOf(token)
  if (!named) throw new Error('a new account has an id of wrong form')
  const now = deps.clock.now()
  return [sessionOpened(named.session, now, now + deps.settings.sessions.lifeMs)]
}

const tryOpening = async (deps: OpeningDeps, opening: Opening, known: string | undefined): Promise<Opened> => {
  const id = known ?? deps.ids.id()
  const token = newSessionToken(id, deps.ids)
  const account = { ...opening.profile, id, createdAt: deps.clock.now() }
  const created = known ? [] : [leadsTo(opening.found, id), accountOpened(account, opening.phoneIndex)]
  const writes = [...created, ...sessionWrites(deps, token), ...(opening.also ?? [])]
  const committed = await deps.table.commit(writes)
  if (committed.kind === 'committed') return { kind: 'opened', token, accountId: id }
  const [only, ...others] = committed.conflicts
  const rival = only?.because === TAKEN && others.length === 0 ? ownerIn(only.item) : undefined
  return rival && !known ? tryOpening(deps, opening, rival) : committed
}

/**
 * Opens a session of the account found under a key; the account is created in the same commit if there is none. Where two
 * create it at once, the second joins the account of the first. Two database calls, one more after such a race.
 */
export const openAccount = async (deps: OpeningDeps, opening: Opening): Promise<Opened> =>
  tryOpening(deps, opening, ownerIn(await deps.table.get(opening.found)))
