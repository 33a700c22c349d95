import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { gateSettings } from '../gate/settings.ts'
import { serve } from '../serve.ts'
import { sendRoute } from './send.route.ts'
import { send } from './sending/send.ts'
import { bearerClaim } from './sending/sender.ts'
import { messagingSettings } from './settings.ts'

const settings = deployed({ ...gateSettings, ...messagingSettings })
const deps = { table: tableNamed('TABLE'), queue, clock, ids, settings, publicUrl: env('PUBLIC_URL') }

export const handler = serve(
  on(sendRoute, async ({ bearer, body }) =>
    answered(202, await send(deps, bearerClaim(bearer), { ok: true, value: body }), ({ id, createdAt }) => ({
      id,
      createdAt: rfc3339(createdAt),
    })),
  ),
)
