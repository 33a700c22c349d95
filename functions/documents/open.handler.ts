import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { materialVault } from '../../shared/runtime/material-vault.ts'
import { filesNamed } from '../../shared/runtime/objects.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { cardReaderIn } from '../card-reader.ts'
import { materialSettings } from '../material/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { platformCheckSettings } from '../verification/owed/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { handInDocumentRoute } from './open.route.ts'
import { documentSettings } from './settings.ts'

const settings = deployed(
  materialSettings,
  documentSettings,
  verificationSettings,
  platformCheckSettings,
  vendorSettings,
)
const pictures = { files: filesNamed('BUCKET_MATERIALS'), pictures: materialVault, recogniser: cardReaderIn(settings) }
const notice = async () => (await import('../kept-notices.ts')).documentNotice()
const table = tableNamed('TABLE')
const { alarm } = observer
const deps = {
  ...pictures,
  table,
  vault,
  queue,
  clock,
  ids,
  settings,
  vendors: identityVendorsIn(settings),
  notice,
  alarm,
}

const on = answering(bySessionClaim)

export const handler = serve(
  on(handInDocumentRoute, async ({ body, headers }, caller) => {
    const language = languageWanted(headers['accept-language'])
    const { openDocument } = await import('./checking/open-document.ts')
    const { showDocument } = await import('./checking/view.ts')
    return answered(201, await openDocument(deps, { caller, language, body }), ({ document, proofs }) =>
      showDocument(document, proofs, clock.now()),
    )
  }),
)
