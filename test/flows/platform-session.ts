import { randomUUID } from 'node:crypto'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import type { Instance } from './instance.ts'

/** A session of a user the platform has just named for the first time: an account of its own, without a text message. */
export const freshSession = async ({ platform, platformKey }: Pick<Instance, 'platform' | 'platformKey'>) => {
  const { token = '', account } = await platform.must(signInRoute, {
    body: { externalId: randomUUID() },
    token: platformKey,
  })
  return { token, accountId: account.id }
}
