import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { materialVault } from '../../shared/runtime/material-vault.ts'
import { filesNamed } from '../../shared/runtime/objects.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { cardReaderIn } from '../card-reader.ts'
import { materialSettings } from '../material/settings.ts'
import { serve } from '../serve.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { showCard, showComparison } from './document-view.ts'
import { readDocumentRoute } from './read.route.ts'
import { readDocument } from './reading/read-document.ts'
import { documentSettings } from './settings.ts'

const settings = deployed(documentSettings, materialSettings, vendorSettings)
const table = tableNamed('TABLE')
const recogniser = cardReaderIn(settings)
const notice = async () => (await import('../kept-notices.ts')).documentNotice()
const kept = { table, files: filesNamed('BUCKET_MATERIALS'), pictures: materialVault }
const deps = { ...kept, ids, clock, settings, recogniser, notice, alarm: observer.alarm }

const on = answering(bySession(deps))

export const handler = serve(
  on(readDocumentRoute, async ({ body, headers }, { accountId }) => {
    const language = languageWanted(headers['accept-language'])
    const { typed, ...asked } = body
    return answered(200, await readDocument(deps, accountId, { ...asked, language }), (card) => ({
      card: showCard(card),
      compared: showComparison(card, typed),
    }))
  }),
)
