import { type Call, type Failure, failure } from './errors.ts'
import { exchange, type WechatPayDeps } from './exchange.ts'
import type { Merchant } from './merchant.ts'
import type { ApiRequest } from './requests.ts'

/**
 * Makes one call and reads its signed answer. An error answers what it settles for that call; an answer `read` makes nothing
 * of is `unavailable`.
 */
export const asking =
  (merchant: Merchant, deps: WechatPayDeps) =>
  async <C extends Call, T>(
    call: C,
    request: ApiRequest,
    read: (body: Buffer) => T | undefined,
  ): Promise<T | Failure<C>> => {
    const answer = await exchange(merchant, deps, request)
    if (answer.kind === 'refused') return failure(call, answer)
    if (answer.kind === 'unavailable') return answer
    return read(answer.body) ?? { kind: 'unavailable', code: 'answer_invalid' }
  }
