import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { approveProposal, findProposal, refuseProposal } from '../operators/proposals/decide-proposal.ts'
import { listProposals } from '../operators/proposals/list-proposals.ts'
import type { Proposal } from '../operators/proposals/proposal.ts'
import type { Performers } from '../operators/proposals/proposal-store.ts'
import { showProposal } from '../operators/proposals/proposal-view.ts'
import {
  approveProposalRoute,
  proposalRoute,
  proposalsRoute,
  refuseProposalRoute,
} from '../operators/proposals.route.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { refundActionRoute, refundsRoute } from './operator-refunds.route.ts'
import { notifyUrlAt } from './paying/notify-url.ts'
import { actOnRefund } from './refunds/act-on-refund.ts'
import { payByHand, proposeByHand, withdrawByHand } from './refunds/pay-by-hand.ts'
import { readRefunds } from './refunds/read-refunds.ts'
import { showRefund, showRefunds } from './refunds/refund-view.ts'
import { paymentSettings } from './settings.ts'

const { alarm } = observer
const settings = deployed(operatorSettings, paymentSettings, vendorSettings)
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids, alarm })
const notifyUrl = notifyUrlAt(env('PUBLIC_URL'))
const deps = { table: announcingTable('TABLE'), queue, clock, ids, settings, provider, notifyUrl, alarm }
const perform: Performers = {
  refund_paid_by_hand: payByHand(deps),
  // Seldom, and none of what everybody waits for when this starts.
  difference_settled: async (...of) =>
    (await import('../bookkeeping/settling/perform-settling.ts')).performSettling(deps)(...of),
}
const deciding = { ...deps, perform, withdraw: { refund_paid_by_hand: withdrawByHand } }

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

const shown = (proposal: Proposal) => showProposal(proposal, clock.now())

export const handler = serve(
  on(refundsRoute, async ({ query }) => answered(200, await readRefunds(deps, query), showRefunds)),
  on(refundActionRoute, async ({ body: { action, reason }, params: { orderId = '', name = '' } }, by) =>
    action === 'paid_by_hand'
      ? answered(202, await proposeByHand(deps, by, { orderId, name, reason }), shown)
      : answered(200, await actOnRefund(deps, by, { orderId, name, action, reason }), showRefund),
  ),
  on(proposalsRoute, async ({ query }) =>
    answered(200, await listProposals(deps, query), ({ proposals, ...page }) => ({
      proposals: proposals.map(shown),
      ...page,
    })),
  ),
  on(proposalRoute, async ({ params: { id = '' } }) => {
    const proposal = await findProposal(deps.table, id)
    return proposal ? answered(200, ok(proposal), shown) : refused('not_found')
  }),
  on(approveProposalRoute, async ({ params: { id = '' }, body }, by) =>
    answered(200, await approveProposal(deciding, by, { id, ...body }), shown),
  ),
  on(refuseProposalRoute, async ({ params: { id = '' }, body }, by) =>
    answered(200, await refuseProposal(deciding, by, { id, ...body }), shown),
  ),
)
