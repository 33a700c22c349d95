import { randomUUID } from 'node:crypto'
import { createShiming } from '../../clients/typescript/src/index.ts'
import type { Instance } from './instance.ts'

/** A session of a user the platform has just named for the first time: an account of its own, without a text message. */
export const freshSession = async ({ platform, platformKey }: Pick<Instance, 'platform' | 'platformKey'>) => {
  const shiming = createShiming({ baseUrl: platform.url, apiKey: platformKey, retries: 0 })
  const externalId = randomUUID()
  const { token = '', account } = await shiming.sessions.create({ externalId })
  return { token, accountId: account.id, externalId }
}
