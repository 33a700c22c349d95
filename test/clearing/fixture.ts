import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import { signInPlatformUser } from '../../functions/account/sessions/sign-in-platform.ts'
import { keepBusiness } from '../../functions/clearing/businesses/keep-business.ts'
import { heldIdentity } from '../../functions/gate/identity-store.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import { valueIn } from '../kit.ts'
import { clearing } from '../review/fixture.ts'
import { decided, itemAt, person, type User, type World, world } from '../world.ts'

export const EXTERNAL = 'user-7'
export const SHOP = { code: 'shop', externalId: EXTERNAL }

export const NAMES = { zh: '示例商城', en: 'Example shop' }

export const registered = async (at: World, code = 'shop') =>
  valueIn(await keepBusiness(at, { code, names: NAMES, callback: 'https://shop.example.com/identity' }))

/** A user of the platform who is signed in. */
export const platformUser = async (at: World, externalId = EXTERNAL): Promise<User> => {
  const { token, account } = valueIn(await signInPlatformUser(at, { externalId }))
  return { token, accountId: account.id, caller: valueIn(await authenticate(at, token)) }
}

/** One who is verified, with a business to bind. */
export const shopper = async () => {
  const at = world()
  await registered(at)
  const user = await platformUser(at)
  await decided(at, { user, who: person('match') })
  return { at, user }
}

/** The account is nobody any more, as whoever decides about clearing has it. */
export const cleared = async (at: World, { accountId }: Pick<User, 'accountId'>): Promise<void> => {
  const held = heldIdentity(itemAt(at, gateKeys.identity(accountId)))
  if (!held) throw new Error('there is nothing to clear')
  const writes = valueIn(await clearing(at.table, { accountId, since: held.verifiedAt }, at.time.now))
  await at.table.commit([...writes])
}
