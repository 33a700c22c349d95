import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { gateSettings } from '../gate/settings.ts'
import { membershipSettings } from '../membership/settings.ts'
import { showOpened } from '../payment/orders/view.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { rechargeRoute } from './recharge.route.ts'
import { recharge } from './recharge.ts'
import { walletSettings } from './settings.ts'

const settings = deployed(gateSettings, paymentSettings, membershipSettings, verificationSettings, walletSettings)
const deps = { table: tableNamed('TABLE'), clock, settings, publicUrl: env('PUBLIC_URL') }

const on = answering(bySession(deps))

export const handler = serve(
  on(rechargeRoute, async ({ idempotencyKey, body }, { accountId }) =>
    answered(201, await recharge(deps, accountId, { idempotencyKey, points: body.points }), showOpened),
  ),
)
