import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { seldomQueue } from '../../shared/runtime/seldom-queue.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { byPlatformKey } from '../account/api-keys/platform-guards.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { serve } from '../serve.ts'
import { deliveriesView, deliveryView } from './delivering/delivery-view.ts'
import { listDeliveries } from './delivering/list-deliveries.ts'
import { recoverDeliveries } from './delivering/recover-deliveries.ts'
import { redeliver } from './delivering/redeliver.ts'
import { getEventRoute, listDeliveriesRoute, listEventsRoute, recoverRoute, redeliverRoute } from './delivery.route.ts'
import { eventView } from './events/event-view.ts'
import { readEvent, readEvents } from './events/read-events.ts'

const deps = { table: tableNamed('TABLE'), queue: seldomQueue, clock }

const on = answering(byPlatformKey(keptSecret('SECRET_PLATFORM', platformKeysIn)))

export const handler = serve(
  on(listDeliveriesRoute, async ({ params: { id = '' }, query }) =>
    answered(200, await listDeliveries(deps, { endpointId: id, ...query }), deliveriesView),
  ),
  on(redeliverRoute, async ({ params: { id = '', deliveryId = '' } }) =>
    answered(
      202,
      await redeliver(deps, { endpointId: id, deliveryId }, (_of, writes) => deps.table.commit(writes)),
      deliveryView,
    ),
  ),
  on(recoverRoute, async ({ params: { id = '' }, body }) =>
    answered(202, await recoverDeliveries(deps, { endpointId: id, since: Date.parse(body.since) })),
  ),
  on(listEventsRoute, async ({ query }) =>
    answered(200, await readEvents(deps, query), ({ events, nextCursor }) => ({
      ...{ events: events.map(eventView), nextCursor },
    })),
  ),
  on(getEventRoute, async ({ params: { id = '' } }) => answered(200, await readEvent(deps, id), eventView)),
)
