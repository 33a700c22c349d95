import type { Guard } from '../../../shared/http/callers.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import { type ApiKey, apiKeyId } from './api-key.ts'

/** Somebody of the platform who may act on other people's orders, complaints and accounts. */
export type Operator = { operatorId: string }

const PREFIX = 'smo_'

/** Lets in operators, by an API key of their own. */
export const byOperatorKey = (operatorKeys: () => Promise<readonly ApiKey[]>): Guard<'operator', Operator> => ({
  kind: 'operator',
  async admit({ bearer }) {
    const operatorId = apiKeyId(PREFIX, bearer, await operatorKeys())
    return operatorId === undefined ? refused('unauthenticated') : ok({ operatorId })
  },
})
