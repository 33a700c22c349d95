import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { membershipSettings } from '../membership/settings.ts'
import { readForAnswer } from '../payment/orders/read-for-answer.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { openFeeOrder } from './applying/open-fee-order.ts'
import { openFeeOrderRoute } from './fee.route.ts'

const settings = deployed(paymentSettings, membershipSettings, verificationSettings)
const deps = { table: tableNamed('TABLE'), clock, settings }

const on = answering(bySession(deps))

export const handler = serve(
  on(openFeeOrderRoute, async ({ params: { id = '' }, idempotencyKey }, { accountId }) => {
    const opened = await openFeeOrder(deps, accountId, { id, idempotencyKey })
    return opened.ok ? ok({ status: 201, body: { order: await readForAnswer(deps, opened.value) } }) : opened
  }),
)
