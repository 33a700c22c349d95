import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { sessionLinkSettings } from '../account/links/settings.ts'
import { byUserClaim } from '../account/sessions/user-guards.ts'
import { faceSettings } from '../face/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { gateSettings } from '../gate/settings.ts'
import { profileSettings } from '../profile/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { verificationSettings } from '../verification/settings.ts'
import { accountView } from './account-view.ts'
import { offeredIn, trustPagesIn } from './level/pages.ts'
import { levelRoute } from './level.route.ts'
import { accountRoute } from './read.route.ts'
import { readAccount } from './read-account.ts'

const publicUrl = env('PUBLIC_URL')
const settings = deployed(
  gateSettings,
  faceSettings,
  frontSettings,
  profileSettings,
  sessionLinkSettings,
  verificationSettings,
)
const deps = {
  table: tableNamed('TABLE'),
  clock,
  settings,
  vendors: identityVendorsIn(settings),
  offered: offeredIn(settings),
  trustPages: trustPagesIn(settings),
}
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUserClaim(deps, platformKeys))

export const handler = serve(
  on(accountRoute, async ({ headers }, caller) =>
    answered(200, await readAccount(deps, caller), (account) =>
      accountView(account, publicUrl, languageWanted(headers['accept-language'])),
    ),
  ),
  on(levelRoute, async (_request, caller) => {
    const { readLevel } = await import('./level/read-level.ts')
    const { showExplained } = await import('./level/explained-view.ts')
    return answered(200, await readLevel(deps, caller), showExplained)
  }),
)
