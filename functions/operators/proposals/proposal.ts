import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'
import type { Right } from '../rights.ts'

/**
 * What one operator asks for and another approves, and what people are told of it before they decide. Whoever adds a kind adds its row
 * here, how it is stored and shown, and performs it in an entry.
 */
export type ProposalShown = {
  /** That money of a refund went to its payer by another way than the channel's. */
  refund_paid_by_hand: { orderId: string; refund: string; channel: string; outRefundNo: string; amountFen: number }
  /** How a difference between a bill and the ledger ends; `with`: the one that it is matched with. */
  difference_settled: {
    channel: string
    day: string
    difference: string
    /** In what way bill and ledger differ, and what became of it before. */
    differs: string
    outcome: string
    way: string
    /** The number that the channel knows it by. */
    number: string
    orderId?: string
    amountFen: number
    with?: { day: string; difference: string; number: string }
  }
}
export type ProposalKind = keyof ProposalShown

/** What lets one ask for it. Whoever asked must still be let when it is approved. */
export const askedWith: Record<ProposalKind, Right> = {
  refund_paid_by_hand: 'move_money',
  difference_settled: 'keep_books',
}

export const proposalStatuses = ['open', 'approved', 'refused'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

export const proposalTransitions = [
  {
    from: ['open'],
    to: 'approved',
    on: 'approved',
    when: 'a person who did not ask for it approves in time, and it is done in the same commit',
  },
  { from: ['open'], to: 'refused', on: 'refused', when: 'a person who did not ask for it refuses in time' },
] as const satisfies StateTable<ProposalStatus, string>
export type ProposalEvent = (typeof proposalTransitions)[number]['on']

/** How one is told: the clock ends what nobody decided. */
export const toldStatuses = [...proposalStatuses, 'expired'] as const
export type ToldStatus = (typeof toldStatuses)[number]

/**
 * Something that needs two people. `thing` is what it is about, one text per thing of a kind, of which one may be open at a time;
 * `subject` where its deeds are kept, and `detail` what of it. Times in epoch ms; it is over at `expiresAt`, whoever looks.
 */
export type ProposalOf<K extends ProposalKind> = {
  id: string
  kind: K
  thing: string
  subject: string
  detail: string
  /** What it will do, for people. */
  shown: ProposalShown[K]
  by: Doer
  reason: string
  at: Millis
  expiresAt: Millis
  status: ProposalStatus
  decidedBy?: Doer
  decidedAt?: Millis
  /** Why, in the words of whoever decided. */
  decision?: string
}

/** One of any kind. */
export type Proposal = { [K in ProposalKind]: ProposalOf<K> }[ProposalKind]

/** How it stands at a moment. */
export const statusAt = ({ status, expiresAt }: Pick<Proposal, 'status' | 'expiresAt'>, now: Millis): ToldStatus =>
  status === 'open' && now >= expiresAt ? 'expired' : status

/** Whether somebody is who asked for it, also where they asked by a key of the same name, however that is written. */
export const isOwn = ({ by }: Pick<Proposal, 'by'>, who: Doer): boolean => by.id.toLowerCase() === who.id.toLowerCase()
