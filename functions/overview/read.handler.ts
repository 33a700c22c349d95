import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn, platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { sessionLinkSettings } from '../account/links/settings.ts'
import { byUserClaim } from '../account/sessions/user-guards.ts'
import { faceSettings } from '../face/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { gateSettings } from '../gate/settings.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { verificationSettings } from '../verification/settings.ts'
import { accountView } from './account-view.ts'
import { accountRoute, vendorsRoute, wholeOrderRoute } from './read.route.ts'
import { readAccount } from './read-account.ts'

const publicUrl = env('PUBLIC_URL')
const settings = deployed(gateSettings, frontSettings, sessionLinkSettings, verificationSettings, faceSettings)
const deps = { table: tableNamed('TABLE'), clock, settings, vendors: identityVendorsIn(settings) }
const operatorDeps = { ...deps, clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUserClaim(deps, platformKeys), byOperator(operatorDeps, operators))

export const handler = serve(
  on(accountRoute, async ({ headers }, caller) =>
    answered(200, await readAccount(deps, caller), (account) =>
      accountView(account, publicUrl, languageWanted(headers['accept-language'])),
    ),
  ),
  // Operators wait for what is theirs alone; no user's cold start loads it.
  on(wholeOrderRoute, async ({ params: { id = '' }, headers }) => {
    const { readWholeOrder } = await import('./read-whole-order.ts')
    const { showWholeOrder } = await import('./order-view.ts')
    return answered(200, await readWholeOrder(deps, id, languageWanted(headers['accept-language'])), showWholeOrder)
  }),
  on(vendorsRoute, async () => {
    const { countedIn, readVendors } = await import('./read-vendors.ts')
    const { showVendors } = await import('./vendor-view.ts')
    return answered(200, await readVendors({ ...deps, counted: countedIn(settings, deps.vendors) }), showVendors)
  }),
)
