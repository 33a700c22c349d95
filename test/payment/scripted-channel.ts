import { isDeepStrictEqual } from 'node:util'
import type {
  Notification,
  PayerAction,
  PaymentFact,
  PaymentProvider,
  PaymentRequest,
  RefundRequest,
  RefundState,
} from '../../functions/payment/paying/provider.ts'
import type { Clock } from '../../shared/kernel/time.ts'

type Call = 'create' | 'query' | 'close' | 'refund' | 'queryRefund'
type Answer<C extends Call> = Awaited<ReturnType<PaymentProvider[C]>>

/** What to answer instead: `honest` does what the channel would have done, for a lost answer or a late one. */
type Line<C extends Call> = (honest: () => Answer<C>) => Answer<C> | Promise<Answer<C>>

type Trade = { request?: PaymentRequest; state: 'unpaid' | 'paid' | 'closed'; fact?: PaymentFact }
type GivenBack = { request: RefundRequest; state: RefundState }

const actionOf = ({ method, outTradeNo }: PaymentRequest): PayerAction =>
  method === 'wechat_jsapi'
    ? {
        jsapi: {
          appId: 'wx',
          timeStamp: '1',
          nonceStr: 'n',
          package: `prepay_id=${outTradeNo}`,
          signType: 'RSA',
          paySign: 's',
        },
      }
    : method === 'wechat_h5'
      ? { h5Url: `https://pay.test/${outTradeNo}` }
      : { codeUrl: `weixin://pay/${outTradeNo}` }

/** Members may be written in any order, as in the JSON of a real channel. */
const same = (one: object, other: object): boolean => isDeepStrictEqual(definedIn(one), definedIn(other))

const definedIn = (value: object): object => JSON.parse(JSON.stringify(value))

const created = (trades: Map<string, Trade>, request: PaymentRequest): Answer<'create'> => {
  const known = trades.get(request.outTradeNo)
  if (known?.state === 'paid') return { kind: 'already_paid' }
  if (known?.state === 'closed') return { kind: 'rejected', code: 'ORDER_CLOSED' }
  if (known?.request && !same(known.request, request)) return { kind: 'rejected', code: 'INVALID_REQUEST' }
  trades.set(request.outTradeNo, { request, state: 'unpaid' })
  return { kind: 'created', action: actionOf(request) }
}

const queried = (trade: Trade | undefined): Answer<'query'> => {
  if (!trade) return { kind: 'absent' }
  return trade.fact ? { kind: 'paid', fact: trade.fact } : { kind: trade.state === 'closed' ? 'closed' : 'unpaid' }
}

const closed = (trade: Trade | undefined): Answer<'close'> => {
  if (!trade) return { kind: 'unavailable', code: 'ORDER_NOT_EXIST' }
  if (trade.state === 'paid') return { kind: 'already_paid' }
  trade.state = 'closed'
  return { kind: 'closed' }
}

const refunded = (refunds: Map<string, GivenBack>, request: RefundRequest): Answer<'refund'> => {
  const known = refunds.get(request.outRefundNo)
  if (known) return same(known.request, request) ? known.state : { kind: 'rejected', code: 'INVALID_REQUEST' }
  refunds.set(request.outRefundNo, { request, state: { kind: 'processing' } })
  return { kind: 'processing' }
}

/** The app whose openids it takes. */
export const APP_ID = 'wxd678efh567hg6787'

/** The header that stands for a genuine signature. */
const GENUINE = { signature: 'genuine' }

/** A notification as this channel sends it: headers and raw body. */
export const signed = (notification: Notification): [Record<string, string>, Buffer] => [
  GENUINE,
  Buffer.from(JSON.stringify(notification)),
]

/**
 * A payment channel with three methods that keeps trades and refunds as a real one does. `script` holds what it answers
 * instead, call by call; `asked` what it was asked.
 */
export const scriptedChannel = (clock: Clock) => {
  const trades = new Map<string, Trade>()
  const refunds = new Map<string, GivenBack>()
  const asked: { call: Call; number: string }[] = []
  const script: { [C in Call]: Line<C>[] } = { create: [], query: [], close: [], refund: [], queryRefund: [] }
  let transactions = 0

  const answer = async <C extends Call>(
    call: C,
    lines: Line<C>[],
    number: string,
    honest: () => Answer<C>,
  ): Promise<Answer<C>> => {
    asked.push({ call, number })
    const line = lines.shift()
    return line ? line(honest) : honest()
  }

  const provider: PaymentProvider = {
    channel: 'wechat_pay',
    methods: ['wechat_native', 'wechat_h5', 'wechat_jsapi'],
    appId: APP_ID,
    create: (request) => answer('create', script.create, request.outTradeNo, () => created(trades, request)),
    query: (number) => answer('query', script.query, number, () => queried(trades.get(number))),
    close: (number) => answer('close', script.close, number, () => closed(trades.get(number))),
    refund: (request) => answer('refund', script.refund, request.outRefundNo, () => refunded(refunds, request)),
    queryRefund: ({ outRefundNo }) =>
      answer(
        'queryRefund',
        script.queryRefund,
        outRefundNo,
        () => refunds.get(outRefundNo)?.state ?? { kind: 'absent' },
      ),
    readNotification: (headers, rawBody) =>
      headers.signature === GENUINE.signature
        ? JSON.parse(rawBody.toString())
        : { kind: 'refused', code: 'signature_invalid' },
  }

  return {
    provider,
    asked,
    script,
    refunds,
    count: (call: Call): number => asked.filter((one) => one.call === call).length,
    /** The payer pays that number, closed or not, and the channel knows it from now on. */
    payerPays(outTradeNo: string, of: { amountFen?: number; transactionId?: string } = {}): PaymentFact {
      const trade = trades.get(outTradeNo) ?? { state: 'unpaid' }
      transactions += 1
      const fact: PaymentFact = {
        channel: 'wechat_pay',
        transactionId: of.transactionId ?? `42000000${String(transactions).padStart(20, '0')}`,
        outTradeNo,
        paidFen: of.amountFen ?? trade.request?.amountFen ?? 0,
        paidAt: clock.now(),
      }
      trades.set(outTradeNo, { ...trade, state: 'paid', fact })
      return fact
    },
    /** The channel finishes a refund that it accepted; answers its new state. */
    finishes(outRefundNo: string, state?: RefundState): RefundState {
      const known = refunds.get(outRefundNo)
      if (!known) throw new Error('the channel knows no such refund')
      known.state = state ?? { kind: 'succeeded', refundFen: known.request.refundFen, succeededAt: clock.now() }
      return known.state
    },
    /** Fen that went back through refunds that succeeded. */
    givenBackFen: (): number =>
      [...refunds.values()].reduce((sum, { state }) => sum + (state.kind === 'succeeded' ? state.refundFen : 0), 0),
  }
}
