import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339If } from '../../shared/kernel/time.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { byPlatformKey } from '../account/api-keys/platform-guards.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { serve } from '../serve.ts'
import {
  createEndpointRoute,
  deleteEndpointRoute,
  editEndpointRoute,
  getEndpointRoute,
  KEPT_MS,
  listEndpointsRoute,
  rotateSecretRoute,
  sendTestRoute,
} from './endpoint.route.ts'
import { createEndpoint } from './endpoints/create-endpoint.ts'
import { editEndpoint, giveSecret, removeEndpoint } from './endpoints/edit-endpoint.ts'
import { endpointView } from './endpoints/endpoint-view.ts'
import { readEndpoint, readEndpoints } from './endpoints/read-endpoints.ts'
import { sendTest } from './endpoints/send-test.ts'

const settings = deployed(outgoingSettings)
const types = async () => Object.keys((await import('../events.ts')).events)
const deps = { table: announcingTable('TABLE'), keyRing, clock, ids, settings, types }

const on = answering(byPlatformKey(keptSecret('SECRET_PLATFORM', platformKeysIn)))

export const handler = serve(
  on(createEndpointRoute, async ({ body }) =>
    answered(201, await createEndpoint(deps, body), ({ endpoint, secret }) => ({ ...endpointView(endpoint), secret })),
  ),
  on(listEndpointsRoute, async () =>
    answered(200, ok(await readEndpoints(deps)), (endpoints) => ({ endpoints: endpoints.map(endpointView) })),
  ),
  on(getEndpointRoute, async ({ params: { id = '' } }) => answered(200, await readEndpoint(deps, id), endpointView)),
  on(editEndpointRoute, async ({ params: { id = '' }, body }) =>
    answered(200, await editEndpoint(deps, { id, ...body }), endpointView),
  ),
  on(deleteEndpointRoute, async ({ params: { id = '' } }) =>
    answered(204, await removeEndpoint(deps, id), () => undefined),
  ),
  on(rotateSecretRoute, async ({ params: { id = '' }, body: { keepOldMs = KEPT_MS } }) =>
    answered(200, await giveSecret(deps, { id, keepOldMs }), ({ endpoint, secret, previousUntil }) => ({
      ...{ secret, publicKey: endpoint.publicKey, previousUntil: rfc3339If(previousUntil) },
    })),
  ),
  on(sendTestRoute, async ({ params: { id = '' } }) => answered(202, await sendTest(deps, id))),
)
