import type { PaymentProvider, RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { due } from '../../../shared/table/keys.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isOf, type Suspect, setting, without, writing } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

type Answer = RefundState | Unavailable

/** What the channel says about refunds, as another implementation would read it. */
const reading =
  (read: (answer: Answer, world: World) => Answer) =>
  (inner: PaymentProvider, world: World): PaymentProvider => ({
    ...inner,
    refund: async (request) => read(await inner.refund(request), world),
    queryRefund: async (refund) => read(await inner.queryRefund(refund), world),
  })

const isWord = (answer: Answer): boolean => answer.kind === 'unavailable' && answer.unknownWord === true

const isHandOver = (write: Write, code: RegExp): boolean =>
  isOf(write, 'REFUND') && setting(write, 'status') === 'operator' && code.test(String(setting(write, 'channelCode')))

/** Waits on instead of calling a person. */
const waitingOn = (code: RegExp) =>
  writing((write, { time }) =>
    write.kind === 'update' && isHandOver(write, code)
      ? { ...write, changes: { set: due(write.key, time.now + HOUR) } }
      : write,
  )

/** Wrong ways to wait for a refund. P7. */
export const mutantsOfWaiting: readonly Suspect[] = [
  {
    name: 'a refund in processing is waited for for ever',
    seenBy: 'crashes',
    seenIn: 'refund in processing for ever',
    table: waitingOn(/^processing_too_long$/),
  },
  {
    name: 'a refund the channel will not take is sent for ever',
    seenBy: 'crashes',
    seenIn: 'refund never taken, for want of balance',
    table: waitingOn(/^NOT_ENOUGH$/),
  },
  {
    name: 'a refund closed again and again never comes before a person',
    seenBy: 'crashes',
    seenIn: 'refund closed again and again',
    table: waitingOn(/^closed_too_often$/),
  },
  {
    name: 'a word nobody knows is taken for processing',
    seenBy: 'crashes',
    seenIn: 'refund in a state nobody knows, for ever',
    provider: reading((answer) => (isWord(answer) ? { kind: 'processing' } : answer)),
  },
  {
    name: 'a word nobody knows is taken for closed',
    seenBy: 'crashes',
    seenIn: 'refund in a state nobody knows, for ever',
    provider: reading((answer) => (isWord(answer) ? { kind: 'closed' } : answer)),
  },
  {
    name: 'a refund that waited too long goes out under the next number',
    seenBy: 'crashes',
    seenIn: 'refund in processing for ever',
    table: writing((write) => {
      if (write.kind !== 'update' || !isHandOver(write, /_too_long$/)) return write
      const { set } = write.changes
      return { ...write, changes: { set: { ...set, status: 'due', round: 2, steps: 0 } } }
    }),
  },
  {
    name: 'a refund left to a person is on no list',
    seenBy: 'crashes',
    seenIn: 'refund in processing for ever',
    table: writing((write) => (isHandOver(write, /./) ? without(write, 'listName', 'listAt') : write)),
  },
  {
    name: 'what ends while a person has it is not taken',
    seenBy: 'crashes',
    seenIn: 'refund in processing for long, then done',
    table: writing((write, { items }) => {
      const before = [...items.values()].find(({ pk, sk }) => pk === write.key.pk && sk === write.key.sk)
      return isOf(write, 'REFUND') && setting(write, 'status') === 'succeeded' && before?.status === 'operator'
        ? undefined
        : write
    }),
  },
]
