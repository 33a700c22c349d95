import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { buyMembership } from '../payment/orders/purchase.ts'
import { showOpened } from '../payment/orders/view.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { membershipRoute } from './buy.route.ts'

const settings = deployed(paymentSettings)
const deps = { table: tableNamed('TABLE'), clock, settings, publicUrl: env('PUBLIC_URL') }

export const handler = serve(
  on(membershipRoute, ({ bearer, idempotencyKey }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(201, await buyMembership(deps, accountId, { idempotencyKey }), showOpened),
    ),
  ),
)
