import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { AccountSettings } from '../settings.ts'
import { newMessageToken } from './message-token.ts'
import { LIMIT_REACHED, type MessageToken, tokenCreated, tokenKey } from './token-store.ts'

export type TokenCreateDeps = {
  table: Table
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Ids
  settings: Pick<AccountSettings, 'tokens'>
}

/**
 * Makes a message token for a signed-in account. The answer is the only time the token is seen. Refuses with
 * `token_limit_reached`. One database call.
 */
export const createToken = async (
  deps: TokenCreateDeps,
  input: { accountId: string; name: string },
): Promise<Outcome<MessageToken & { token: string }>> => {
  const { accountId, name } = input
  const token = newMessageToken(accountId, deps.ids.below)
  const made = { id: deps.ids.id(), name, createdAt: deps.clock.now() }
  const key = tokenKey(await deps.keyRing(), accountId, token)
  const committed = await deps.table.commit(tokenCreated(accountId, key, made, deps.settings.tokens.perAccount))
  if (committed.kind === 'committed') return ok({ ...made, token })
  if (isBecause(committed.conflicts, LIMIT_REACHED)) return refused('token_limit_reached')
  throw new Error('a fresh message token was taken')
}
