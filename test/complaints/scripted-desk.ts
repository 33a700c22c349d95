import type {
  ChannelComplaint,
  ComplaintDesk,
  ComplaintDone,
  TalkLine,
} from '../../functions/complaints/complaint-desk.ts'
import { beijingDay, type Clock } from '../../shared/kernel/time.ts'

type Call = 'list' | 'detail' | 'history' | 'reply' | 'complete'
type Answer<C extends Call> = Awaited<ReturnType<ComplaintDesk[C]>>

/** What to answer instead: `honest` does what the desk would have done, for a lost answer. */
type Line<C extends Call> = (honest: () => Answer<C>) => Answer<C> | Promise<Answer<C>>

const dayOf = (at: number): string => beijingDay(at).replace(/^(\d{4})(\d{2})/, '$1-$2-')

export type Complaining = { outTradeNo?: string; amountFen?: number; text?: string; id?: string }

/**
 * A complaint desk that keeps complaints as WeChat Pay does. `script` holds what it answers instead, call by call; `asked` what it
 * was asked, and `said` what the payer was told.
 */
export const scriptedDesk = (clock: Clock) => {
  const complaints = new Map<string, ChannelComplaint>()
  const asked: { call: Call; id: string }[] = []
  const said: { id: string; text: string }[] = []
  const talks = new Map<string, TalkLine[]>()
  const script: { [C in Call]: Line<C>[] } = { list: [], detail: [], history: [], reply: [], complete: [] }

  const known = (id: string): ChannelComplaint => {
    const found = complaints.get(id)
    if (!found) throw new Error('the desk knows no such complaint')
    return found
  }
  const change = (id: string, to: Partial<ChannelComplaint>): void => void complaints.set(id, { ...known(id), ...to })

  const line = (id: string, by: TalkLine['by'], event: TalkLine['event'], text = ''): void =>
    void talks.set(id, [...(talks.get(id) ?? []), { at: clock.now(), by, event, text }])

  const answer = async <C extends Call>(
    call: C,
    lines: Line<C>[],
    id: string,
    honest: () => Answer<C>,
  ): Promise<Answer<C>> => {
    asked.push({ call, id })
    const line = lines.shift()
    return line ? line(honest) : honest()
  }

  const replied = (id: string, text: string): ComplaintDone => {
    if (known(id).state === 'processed') return { kind: 'rejected', code: 'INVALID_REQUEST' }
    said.push({ id, text })
    line(id, 'merchant', 'answered', text)
    change(id, { state: 'processing', awaitsReply: false })
    return { kind: 'done' }
  }
  const completed = (id: string): ComplaintDone => {
    if (known(id).state !== 'processing') return { kind: 'rejected', code: 'INVALID_REQUEST' }
    change(id, { state: 'processed', awaitsReply: false })
    line(id, 'merchant', 'ended')
    return { kind: 'done' }
  }

  const desk: ComplaintDesk = {
    channel: 'wechat_pay',
    list: ({ from, to, offset, limit }) =>
      answer('list', script.list, `${from}..${to}@${offset}`, () => {
        const all = [...complaints.values()].filter(({ openedAt }) => dayOf(openedAt) >= from && dayOf(openedAt) <= to)
        return { kind: 'page', complaints: all.slice(offset, offset + limit), total: all.length }
      }),
    detail: (id) =>
      answer('detail', script.detail, id, () => {
        const complaint = complaints.get(id)
        return complaint ? { kind: 'complaint', complaint } : { kind: 'absent' }
      }),
    history: (id) =>
      answer('history', script.history, id, () => {
        const lines = talks.get(id)
        return lines ? { kind: 'history', lines, total: lines.length } : { kind: 'absent' }
      }),
    reply: (id, text) => answer('reply', script.reply, id, () => replied(id, text)),
    complete: (id) => answer('complete', script.complete, id, () => completed(id)),
  }

  return {
    desk,
    asked,
    said,
    script,
    count: (call: Call): number => asked.filter((one) => one.call === call).length,
    /** The payer complains; answers the id of it. */
    complains(of: Complaining = {}): string {
      const id = of.id ?? `2002018${beijingDay(clock.now())}${String(complaints.size + 1).padStart(12, '0')}`
      const { outTradeNo, amountFen = 100 } = of
      complaints.set(id, {
        channel: 'wechat_pay',
        complaintId: id,
        state: 'pending',
        openedAt: clock.now(),
        text: of.text ?? '要求退款',
        orders: outTradeNo === undefined ? [] : [{ outTradeNo, transactionId: 't1', amountFen }],
        fullyRefunded: false,
        awaitsReply: true,
        followUps: 1,
        problem: 'REFUND',
      })
      line(id, 'payer', 'complained', of.text ?? '要求退款')
      return id
    },
    /** Anything that happens there without us. */
    happens: change,
    /** The payer writes once more. */
    payerWrites(id: string, text = '还是没有收到'): void {
      line(id, 'payer', 'complained_again', text)
      const { state, followUps } = known(id)
      change(id, { state: state === 'pending' ? state : 'processing', awaitsReply: true, followUps: followUps + 1 })
    },
    /** The channel gives everything back by itself, and that ends it. */
    forcesRefund: (id: string): void => change(id, { state: 'processed', awaitsReply: false, fullyRefunded: true }),
  }
}
