import type { Operator } from '../../../functions/audit/deed.ts'
import { performSettling } from '../../../functions/bookkeeping/settling/perform-settling.ts'
import { approveProposal, refuseProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { actOnRefund, type RefundDeed } from '../../../functions/payment/refunds/act-on-refund.ts'
import { payByHand, proposeByHand, withdrawByHand } from '../../../functions/payment/refunds/pay-by-hand.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Deps } from '../world/deps.ts'
import { start, WORKER } from '../world/operations.ts'
import type { Process } from '../world/process.ts'
import { count, type World } from '../world/world.ts'

/** A refund as the API names it. */
export type Named = { orderId: string; name: string }

export const namedIn = (refund: Item): Named => ({
  orderId: String(refund.orderId),
  name: refund.sk.slice('REFUND#'.length),
})

const codeIn = (answer: unknown): string => String(Object((answer as { refusal?: unknown } | undefined)?.refusal).code)

/** A deed of somebody, as its handler does it. */
export const does = (
  world: World,
  by: Operator,
  name: string,
  run: (deps: Deps, by: Operator) => Promise<unknown>,
): Process => {
  const process = start(world, name, WORKER, (deps) => run(deps, world.mutant.operator?.(by) ?? by))
  world.doing.set(process, by)
  process.over = process.over.then(() => {
    const code = codeIn(process.answer)
    if (code !== 'undefined') count(world, `${name}: ${code}`)
  })
  return process
}

/** Somebody says that a refund was paid another way. */
export const proposes = (world: World, by: Operator, refund: Named): Process =>
  does(world, by, 'propose', (deps, as) => proposeByHand(deps, as, { ...refund, reason: 'paid by bank transfer' }))

const deciding = (deps: Deps) => ({
  ...deps,
  perform: { refund_paid_by_hand: payByHand(deps), difference_settled: performSettling(deps) },
  withdraw: { refund_paid_by_hand: withdrawByHand },
})

/** Somebody approves what was asked for. */
export const approves = (world: World, by: Operator, id: string): Process =>
  does(world, by, 'approve', (deps, as) => approveProposal(deciding(deps), as, { id, reason: 'seen the receipt' }))

/** Somebody refuses it. */
export const refuses = (world: World, by: Operator, id: string): Process =>
  does(world, by, 'refuse', (deps, as) => refuseProposal(deciding(deps), as, { id, reason: 'no receipt' }))

/** Somebody has a refund sent again, or the channel asked about it. */
export const acts = (world: World, by: Operator, action: RefundDeed['action'], refund: Named): Process =>
  does(world, by, action, (deps, as) => actOnRefund(deps, as, { ...refund, action, reason: 'the payer asks for it' }))
