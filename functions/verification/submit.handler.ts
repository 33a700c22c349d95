import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { gateSettings } from '../gate/settings.ts'
import { membershipSettings } from '../membership/settings.ts'
import type { OrderEnded } from '../payment/orders/order.ts'
import { readForAnswer } from '../payment/orders/read-for-answer.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { verificationSettings } from './settings.ts'
import { submit } from './submission/submit.ts'
import { submitRoute } from './submit.route.ts'

const settings = deployed(
  accountSettings,
  gateSettings,
  paymentSettings,
  membershipSettings,
  vendorSettings,
  verificationSettings,
)
const table = tableNamed('TABLE')

/** Needed by whoever comes back in the few minutes after their order's time was over, so no cold start loads it. */
const endOrder = async (orderId: string): Promise<OrderEnded> => {
  const { channelDeps } = await import('../order-channels.ts')
  const { closeOrderById } = await import('../payment/orders/close.ts')
  return closeOrderById(channelDeps, orderId, 'expired')
}

const notice = async () => (await import('../kept-notices.ts')).identityNotice()
const vendors = identityVendorsIn(settings)
const deps = { table, vault, keyRing, clock, ids, settings, vendors, endOrder, notice }

const on = answering(bySessionClaim)

export const handler = serve(
  on(submitRoute, async ({ body, idempotencyKey, headers }, caller) => {
    const language = languageWanted(headers['accept-language'])
    const submitted = await submit(deps, { caller, idempotencyKey, language, body })
    if (!submitted.ok) return submitted
    const { id, status } = submitted.value.verification
    return ok({ status: 201, body: { id, status, order: await readForAnswer(deps, submitted.value.order) } })
  }),
)
