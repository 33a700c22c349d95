import type { Alarm } from '../../shared/kernel/alarm.ts'
import type { PaymentChannel, Unavailable } from '../payment/paying/provider.ts'

/** What an answer can say that no repeat cures before a person acts, and what is rung then. */
const events = [
  ['needsRepair', 'payment_channel_needs_repair'],
  ['unknownWord', 'payment_channel_word_unknown'],
] as const satisfies readonly (readonly [keyof Unavailable, string])[]

const isUnavailable = (answer: unknown): answer is Unavailable =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'unavailable'

/**
 * What speaks to a channel, with an alarm at once whenever an answer says that our account there needs repair (empty balance,
 * wrong key, missing permission), or uses a word nobody here knows. Whoever asks need not think of it. Answers stay as they are.
 */
export const ringing = <T extends object>(target: T, channel: PaymentChannel, alarm: Alarm): T => {
  const heard = (answer: unknown): unknown => {
    if (isUnavailable(answer))
      for (const [sign, event] of events) if (answer[sign]) alarm(event, { channel, code: answer.code })
    return answer
  }
  return new Proxy(target, {
    get(of, name) {
      const member: unknown = Reflect.get(of, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const answer: unknown = Reflect.apply(member, of, args)
        return answer instanceof Promise ? answer.then(heard) : answer
      }
    },
  })
}
