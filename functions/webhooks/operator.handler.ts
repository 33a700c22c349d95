import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { seldomQueue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { deliveriesView, deliveryView } from './delivering/delivery-view.ts'
import { listDeliveries } from './delivering/list-deliveries.ts'
import { redeliverByOperator } from './delivering/redeliver-by-operator.ts'
import { actOnEndpoint } from './endpoints/act-on-endpoint.ts'
import { endpointView } from './endpoints/endpoint-view.ts'
import { readEndpoints } from './endpoints/read-endpoints.ts'
import {
  disableEndpointRoute,
  enableEndpointRoute,
  listOperatorDeliveriesRoute,
  listOperatorEndpointsRoute,
  redeliverByOperatorRoute,
} from './operator.route.ts'

const deps = { table: announcingTable('TABLE'), queue: seldomQueue, clock, ids, settings: deployed(operatorSettings) }

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

export const handler = serve(
  on(listOperatorEndpointsRoute, async () =>
    answered(200, ok(await readEndpoints(deps)), (endpoints) => ({ endpoints: endpoints.map(endpointView) })),
  ),
  on(listOperatorDeliveriesRoute, async ({ params: { id = '' }, query }) =>
    answered(200, await listDeliveries(deps, { endpointId: id, ...query }), deliveriesView),
  ),
  on(redeliverByOperatorRoute, async ({ params: { id = '', deliveryId = '' }, body }, by) =>
    answered(202, await redeliverByOperator(deps, by, { endpointId: id, deliveryId, ...body }), deliveryView),
  ),
  on(enableEndpointRoute, async ({ params: { id = '' }, body }, by) =>
    answered(200, await actOnEndpoint(deps, by, { id, enabled: true, ...body }), endpointView),
  ),
  on(disableEndpointRoute, async ({ params: { id = '' }, body }, by) =>
    answered(200, await actOnEndpoint(deps, by, { id, enabled: false, ...body }), endpointView),
  ),
)
