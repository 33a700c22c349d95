import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type ApiKey, apiKeyId } from './api-key.ts'

/** Somebody of the platform who may act on other people's orders, complaints and accounts. */
export type Operator = { operatorId: string }

const PREFIX = 'smo_'

/** The operator behind a bearer, or `unauthenticated`. */
const operatorOf = async (
  bearer: string | undefined,
  operatorKeys: () => Promise<readonly ApiKey[]>,
): Promise<Outcome<Operator>> => {
  const operatorId = apiKeyId(PREFIX, bearer, await operatorKeys())
  return operatorId === undefined ? refused('unauthenticated') : ok({ operatorId })
}

/** Runs what only an operator may do. */
export const asOperator = async <T>(
  bearer: string | undefined,
  operatorKeys: () => Promise<readonly ApiKey[]>,
  run: (operator: Operator) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const operator = await operatorOf(bearer, operatorKeys)
  return operator.ok ? run(operator.value) : operator
}
