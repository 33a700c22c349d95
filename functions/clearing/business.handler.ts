import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { byPlatformKey } from '../account/api-keys/platform-guards.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { serve } from '../serve.ts'
import {
  deleteBindingRoute,
  deleteBusinessRoute,
  getBindingRoute,
  getBusinessRoute,
  keepBindingRoute,
  keepBusinessRoute,
  listBindingsRoute,
  listBusinessesRoute,
} from './business.route.ts'
import { showBinding, showBindings, showBusiness } from './businesses/business-view.ts'
import { findBusiness, listBusinesses } from './businesses/find-business.ts'
import { endBinding, type FoundBinding, findBinding, keepBinding } from './businesses/keep-binding.ts'
import { keepBusiness, removeBusiness } from './businesses/keep-business.ts'
import { listBindingsOf } from './businesses/list-bindings.ts'
import { clearingSettings } from './settings.ts'

const settings = deployed(clearingSettings, outgoingSettings)
const deps = { table: announcingTable('TABLE'), clock, settings }

const shown = ({ binding, business, of }: FoundBinding) => showBinding(binding, business, of)

const on = answering(byPlatformKey(keptSecret('SECRET_PLATFORM', platformKeysIn)))

export const handler = serve(
  on(keepBusinessRoute, async ({ params: { code = '' }, body }) =>
    answered(200, await keepBusiness(deps, { code, ...body }), showBusiness),
  ),
  on(getBusinessRoute, async ({ params: { code = '' } }) =>
    answered(200, await findBusiness(deps, code), showBusiness),
  ),
  on(listBusinessesRoute, async () =>
    answered(200, ok(await listBusinesses(deps)), (all) => ({ businesses: all.map(showBusiness) })),
  ),
  on(deleteBusinessRoute, async ({ params: { code = '' } }) =>
    answered(204, await removeBusiness(deps, code), () => undefined),
  ),
  on(keepBindingRoute, async ({ params: { code = '', externalId = '' } }) =>
    answered(200, await keepBinding(deps, { code, externalId }), shown),
  ),
  on(getBindingRoute, async ({ params: { code = '', externalId = '' } }) =>
    answered(200, await findBinding(deps, { code, externalId }), shown),
  ),
  on(deleteBindingRoute, async ({ params: { code = '', externalId = '' } }) =>
    answered(204, await endBinding(deps, { code, externalId }), () => undefined),
  ),
  on(listBindingsRoute, async ({ query: { externalId } }) =>
    answered(200, ok(await listBindingsOf(deps, externalId)), (of) => ({
      bindings: showBindings(of.bindings, of.businesses, of.of),
    })),
  ),
)
