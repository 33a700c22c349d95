import type { Request } from '../../../shared/http/request.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { complainRoute, complaintActionRoute } from '../control-channels.route.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import type { Complaint } from '../wechat-pay/complaints/complaint.ts'
import { complain, type Happened, happen } from '../wechat-pay/complaints/happen.ts'
import { listComplaints, readComplaint } from '../wechat-pay/complaints/store.ts'
import { forceRefund } from '../wechat-pay/refunds.ts'

const shown = ({ complaintId, outTradeNo, state, times, awaitsReply, openedAt, history }: Complaint) => ({
  complaintId,
  outTradeNo,
  state,
  times,
  awaitsReply,
  openedAt: rfc3339(openedAt),
  history: history.map(({ action, text, at }) => ({ action, text, at: rfc3339(at) })),
})

type Shown = ReturnType<typeof shown>

/** The payer complains; only an order that was paid can be complained of. */
export const payerComplains = async (
  sandbox: WeChatPaySandbox,
  { dropNotification, ...about }: Request<typeof complainRoute>['body'],
): Promise<Outcome<Shown>> => {
  const complaint = await complain(sandbox, about, dropNotification)
  return complaint ? ok(shown(complaint)) : refused('not_found')
}

/** Every complaint there is. */
export const showComplaints = async (sandbox: WeChatPaySandbox) =>
  ok({ complaints: (await listComplaints(sandbox)).map(shown) })

const loseTrust = async (sandbox: WeChatPaySandbox, id: string, text: string): Promise<Happened> => {
  const found = await readComplaint(sandbox, id)
  if (!found) return { kind: 'unknown' }
  // What has gone back already stays back; the complaint ends either way.
  await forceRefund(sandbox, found.value.outTradeNo)
  return happen(sandbox, id, 'SELLER_REFUND', text)
}

/** The payer follows up, or the channel gives the money back without asking. */
export const complaintGoesOn = async (
  sandbox: WeChatPaySandbox,
  id: string,
  { action, text }: Request<typeof complaintActionRoute>['body'],
): Promise<Outcome<Shown>> => {
  const happened =
    action === 'follow_up' ? await happen(sandbox, id, 'CONTINUE_COMPLAINT', text) : await loseTrust(sandbox, id, text)
  return happened.kind === 'done' ? ok(shown(happened.complaint)) : refused('not_found')
}
