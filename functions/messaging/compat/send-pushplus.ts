import type { Outcome, Refusal } from '../../../shared/kernel/outcome.ts'
import type { LoadProblems, ProblemCode } from '../../../shared/kernel/problems.ts'
import { isContended } from '../../../shared/table/table.ts'
import { tokenClaim } from '../sending/find-sender.ts'
import type { Message } from '../sending/message.ts'
import { type SendDeps, send } from '../sending/send.ts'
import { readWire, type WireRequest } from './pushplus-request.ts'

/**
 * The answer of /send, always under HTTP 200. `data` is the message id, and null on every error: official clients check it
 * with a schema that allows nothing but a string, and append a string to `msg`, which already says everything.
 */
export type WireAnswer = { code: number; msg: string; data: string | null }

/** A sentence of ours that goes on with an address. */
const leadingTo = (sentence: string, address: string | number | undefined): string =>
  `${sentence.replace(/。$/, '')}：${address}`

/** Codes 900 and 903 make official clients stop or drop the token, so only what is final for the day may use them. */
const answerTo = async (load: LoadProblems, { code, extra }: Refusal): Promise<WireAnswer> => {
  const { legacyCode = 999, zh = '' } = (await load())[code] ?? {}
  const special: Partial<Record<ProblemCode, Omit<WireAnswer, 'data'>>> = {
    unauthenticated: { code: 903, msg: '无效的用户令牌' },
    banned: { code: 900, msg: '用户账号使用受限' },
    not_verified: { code: legacyCode, msg: leadingTo(zh, extra?.verifyUrl) },
  }
  return { ...(special[code] ?? { code: legacyCode, msg: zh }), data: null }
}

const answerOf = async (load: LoadProblems, sent: Outcome<Message>): Promise<WireAnswer> =>
  sent.ok ? { code: 200, msg: '请求成功', data: sent.value.id } : answerTo(load, sent.refusal)

/**
 * Sends a message as pushplus's /send does: 903 before 905 before 900 before 999. A failure of ours is code 500,
 * contention 999; `fault` hears of both. Same calls as `send`.
 */
export const pushplusSend = async (
  deps: SendDeps & { fault: (error: unknown) => void; problems: LoadProblems },
  request: WireRequest,
): Promise<WireAnswer> => {
  try {
    const { token, draft, unreadable } = readWire(request, deps.clock.now())
    // Without a token 903 would be right too, but what is wrong with the body helps more.
    if (unreadable && token === undefined && !draft.ok) return await answerTo(deps.problems, draft.refusal)
    return await answerOf(deps.problems, await send(deps, tokenClaim(token), draft))
  } catch (error) {
    deps.fault(error)
    if (isContended(error)) return await answerTo(deps.problems, { code: 'contended' })
    return { code: 500, msg: '系统异常，请稍后再试', data: null }
  }
}
