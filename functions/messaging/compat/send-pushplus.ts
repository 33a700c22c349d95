import type { Outcome, Refusal } from '../../../shared/kernel/outcome.ts'
import type { LoadProblems, ProblemCode } from '../../../shared/kernel/problems.ts'
import { isContended } from '../../../shared/table/table.ts'
import { tokenClaim } from '../sending/find-sender.ts'
import type { Message } from '../sending/message.ts'
import { type SendDeps, send } from '../sending/send.ts'
import { readWire, type WireMessage, type WireRequest } from './pushplus-request.ts'

/**
 * The answer of /send, always under HTTP 200. `data` is the message id. An error has none: the official MCP server takes a text
 * there or nothing, and hides code and message at anything else; official clients append a text to `msg`, which says everything.
 */
export type WireAnswer = { code: number; msg: string; data?: string }

/** The answer of /batchSend: what became of the message in each channel. */
export type BatchAnswer = Omit<WireAnswer, 'data'> & {
  data?: { shortCode: string; message: string; code: number; channel: string }[]
}

/** How pushplus says 200 of /batchSend, and of each channel. */
const OF_A_CHANNEL = '执行成功'

/** A sentence of ours that goes on with an address. */
const leadingTo = (sentence: string, address: unknown): string => `${sentence.replace(/。$/, '')}：${address}`

/** Codes 900 and 903 make official clients stop or drop the token, so only what is final for the day may use them. */
const answerTo = async (load: LoadProblems, { code, extra, fields: [field] = [] }: Refusal): Promise<WireAnswer> => {
  const { legacyCode = 999, zh = '' } = (await load())[code] ?? {}
  const special: Partial<Record<ProblemCode, Omit<WireAnswer, 'data'>>> = {
    unauthenticated: { code: 903, msg: '无效的用户令牌' },
    banned: { code: 900, msg: '用户账号使用受限' },
    not_verified: { code: legacyCode, msg: leadingTo(zh, extra?.verifyUrl) },
  }
  if (!field?.expected) return special[code] ?? { code: legacyCode, msg: zh }
  const { expectedText } = await import('../../../shared/http/expected-text.ts')
  return { code: legacyCode, msg: `${zh}${expectedText(field.expected, 'zh')}` }
}

const answerOf = async (load: LoadProblems, sent: Outcome<Message>): Promise<WireAnswer> =>
  sent.ok ? { code: 200, msg: '请求成功', data: sent.value.id } : answerTo(load, sent.refusal)

type WireDeps = SendDeps & { fault: (error: unknown) => void; problems: LoadProblems }

const sendAs = async (deps: WireDeps, { token, draft, unreadable }: WireMessage): Promise<WireAnswer> => {
  // Without a token 903 would be right too, but what is wrong with the body helps more.
  if (unreadable && token === undefined && !draft.ok) return answerTo(deps.problems, draft.refusal)
  return answerOf(deps.problems, await send(deps, tokenClaim(token), draft))
}

const answering = async <T>(deps: WireDeps, run: () => Promise<T>): Promise<T | WireAnswer> => {
  try {
    return await run()
  } catch (error) {
    deps.fault(error)
    if (isContended(error)) return answerTo(deps.problems, { code: 'contended' })
    return { code: 500, msg: '系统异常，请稍后再试' }
  }
}

/**
 * Sends a message as pushplus's /send does: 903 before 905 before 900 before 999. A failure of ours is code 500,
 * contention 999; `fault` hears of both. Same calls as `send`.
 */
export const pushplusSend = (deps: WireDeps, request: WireRequest): Promise<WireAnswer> =>
  answering(deps, () => sendAs(deps, readWire(request, deps.clock.now())))

/** The same as /batchSend does it, with one channel; several are refused as one that is not known. */
export const pushplusBatchSend = (deps: WireDeps, request: WireRequest): Promise<BatchAnswer | WireAnswer> =>
  answering(deps, async () => {
    const wire = readWire(request, deps.clock.now())
    const { data, ...answer } = await sendAs(deps, wire)
    if (data === undefined) return answer
    const { channel } = wire
    return {
      code: answer.code,
      msg: OF_A_CHANNEL,
      data: [{ shortCode: data, message: OF_A_CHANNEL, code: answer.code, channel }],
    }
  })
