import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { certificationSettings } from '../certification/settings.ts'
import { complaintSettings } from '../complaints/settings.ts'
import { faceSettings } from '../face/settings.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { verificationSettings } from '../verification/settings.ts'
import { vendorsRoute, wholeOrderRoute } from './operator.route.ts'
import { countedIn, readVendors } from './vendors/read-vendors.ts'
import { showVendors } from './vendors/vendor-view.ts'
import { showWholeOrder } from './whole-order/order-view.ts'
import { readWholeOrder } from './whole-order/read-whole-order.ts'

const settings = deployed(
  verificationSettings,
  faceSettings,
  certificationSettings,
  operatorSettings,
  complaintSettings,
)
const deps = { table: tableNamed('TABLE'), clock, settings }
const counted = countedIn(settings, identityVendorsIn(settings))
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(deps, operators))

export const handler = serve(
  on(wholeOrderRoute, async ({ params: { id = '' }, headers }) =>
    answered(200, await readWholeOrder(deps, id, languageWanted(headers['accept-language'])), (whole) =>
      showWholeOrder(whole, settings.complaints),
    ),
  ),
  on(vendorsRoute, async () => answered(200, await readVendors({ ...deps, counted }), showVendors)),
)
