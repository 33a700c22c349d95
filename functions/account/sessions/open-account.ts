import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Profile } from '../account.ts'
import { accountOpened, ownerIn, TAKEN } from '../account-store.ts'
import type { NewSession } from './session.ts'
import { newSessionToken, sessionOf, sessionOpened, sessionTokenOf } from './session-store.ts'
import { signInCounted } from './signed-in-store.ts'

export type OpeningDeps = { table: Table; clock: Clock; ids: Ids; settings: { sessions: { lifeMs: Millis } } }

/** What the session is opened for, and what must be written with it. */
export type Opening = {
  /** The account that was found; undefined opens one. */
  known: string | undefined
  session: Pick<NewSession, 'by' | 'root' | 'device' | 'returnUrl' | 'wechat'>
  /** What its token is made of, where that is not to be new: so whoever can make it again finds the same session. */
  secret?: string
  /** What a new account starts with. */
  profile: Omit<Profile, 'id' | 'createdAt'>
  phoneIndex?: string
  /** What leads to the account from now on, which may be new. */
  leading(account: { id: string; isNew: boolean }): readonly Write[]
  also?: readonly Write[]
}

export type Opened = { kind: 'opened'; token: string; accountId: string } | { kind: 'conflict'; conflicts: Conflict[] }

const sessionWrites = (deps: OpeningDeps, token: string, session: Opening['session']): Write[] => {
  const named = sessionOf(token)
  if (!named) throw new Error('a new account has an id of wrong form')
  const now = deps.clock.now()
  return [sessionOpened(named.session, { ...session, createdAt: now, expiresAt: now + deps.settings.sessions.lifeMs })]
}

/**
 * Opens a session of the account that was found; the account is created in the same commit if there is none. Where two create it at
 * once, the second joins the account of the first. One database call, one more after such a race.
 */
export const openAccount = async (deps: OpeningDeps, opening: Opening): Promise<Opened> => {
  const isNew = opening.known === undefined
  const id = opening.known ?? deps.ids.id()
  const token = opening.secret === undefined ? newSessionToken(id, deps.ids) : sessionTokenOf(id, opening.secret)
  const now = deps.clock.now()
  const account = { ...opening.profile, id, createdAt: now }
  const created = isNew ? [accountOpened(account, opening.phoneIndex)] : []
  const session = sessionWrites(deps, token, opening.session)
  const counted = signInCounted(deps.ids.id(), { by: opening.session.by, isFirst: isNew }, now)
  const writes = [...opening.leading({ id, isNew }), ...created, ...session, counted, ...(opening.also ?? [])]
  const committed = await deps.table.commit(writes)
  if (committed.kind === 'committed') return { kind: 'opened', token, accountId: id }
  const [only, ...others] = committed.conflicts
  const rival = only?.because === TAKEN && others.length === 0 ? ownerIn(only.item) : undefined
  return rival && isNew ? openAccount(deps, { ...opening, known: rival }) : committed
}
