import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { goods } from '../goods.ts'
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { findObjection } from '../verification/submission/find-objection.ts'
import { notifyUrlAt } from './notification.route.ts'
import { payRoute } from './pay.route.ts'
import { type PayDeps, pay, payerOf } from './paying/pay.ts'

const settings = deployed(vendorSettings, verificationSettings)
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids })
const publicUrl = env('PUBLIC_URL')
const table = tableNamed('TABLE')
const deps: PayDeps = {
  table,
  queue,
  clock,
  goods,
  provider,
  notifyUrl: notifyUrlAt(publicUrl),
  findObjection: (order) => findObjection({ table, clock, settings }, order),
}

const on = answering(bySession(deps))

export const handler = serve(
  on(payRoute, async ({ params, body, sourceIp }, caller) =>
    answered(200, await pay(deps, caller, payerOf(publicUrl, params.id ?? '', body, sourceIp))),
  ),
)
