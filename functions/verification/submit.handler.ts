import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { membershipSettings } from '../membership/settings.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { identityVendor } from '../vendors/identity-vendor.ts'
import { verificationSettings } from './settings.ts'
import { submit } from './submission/submit.ts'
import { submitRoute } from './submit.route.ts'

const settings = deployed(accountSettings, paymentSettings, membershipSettings, verificationSettings)
const deps = { table: tableNamed('TABLE'), vault, clock, ids, settings, identityVendor }

const on = answering(bySessionClaim)

export const handler = serve(
  on(submitRoute, async ({ body, idempotencyKey }, caller) =>
    answered(201, await submit(deps, { caller, idempotencyKey, body }), ({ verification, order }) => ({
      id: verification.id,
      status: verification.status,
      order: { id: order.id, amountFen: order.amountFen, expiresAt: rfc3339(order.expiresAt) },
    })),
  ),
)
