import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { serve } from '../serve.ts'
import { settingsOf } from '../settings.ts'
import { submit } from './submission/submit.ts'
import { submitRoute } from './submit.route.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
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
