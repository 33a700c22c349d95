import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { accountSettings } from '../account/settings.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from './settings.ts'
import { submit } from './submission/submit.ts'
import { submitRoute } from './submit.route.ts'

const settings = deployed({ ...accountSettings, ...paymentSettings, ...verificationSettings })
const deps = { table: tableNamed('TABLE'), vault, clock, ids, settings }

export const handler = serve(
  on(submitRoute, async (request) =>
    answered(201, await submit(deps, request), ({ verification, order }) => ({
      id: verification.id,
      status: verification.status,
      order: { id: order.id, amountFen: order.amountFen, expiresAt: rfc3339(order.expiresAt) },
    })),
  ),
)
