import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { platformCheckSettings } from '../verification/owed/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { bindCardRoute } from './card-bind.route.ts'
import { bindCard } from './cards/bind-card.ts'
import { cardSettings } from './cards/settings.ts'
import { showCard } from './cards/view.ts'

const settings = deployed(accountSettings, verificationSettings, platformCheckSettings, cardSettings)
const table = tableNamed('TABLE')

const notice = async () => (await import('../kept-notices.ts')).cardNotice()
const deps = { table, vault, queue, keyRing, clock, ids, settings, vendors: identityVendorsIn(settings), notice }

const on = answering(bySessionClaim)

export const handler = serve(
  on(bindCardRoute, async ({ body, headers }, caller) => {
    const language = languageWanted(headers['accept-language'])
    return answered(201, await bindCard(deps, { caller, language, body }), showCard)
  }),
)
