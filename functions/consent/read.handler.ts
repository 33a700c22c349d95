import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { noticeInForce } from './notice.ts'
import { showNotice } from './notice-view.ts'
import { noticeRoute } from './read.route.ts'
import { readNotice } from './read-notice.ts'
import { consentSettings } from './settings.ts'

const notice = noticeInForce(deployed(frontSettings, consentSettings))
const deps = { table: tableNamed('TABLE'), notice }

const on = answering()

export const handler = serve(
  on(noticeRoute, async ({ params: { version = '' }, headers }) => {
    const found = await readNotice(deps, version)
    if (!found.ok) return found
    const language = languageWanted(headers['accept-language'])
    return ok({
      status: 200,
      body: { ...showNotice(found.value, language), inForce: found.value.version === notice.version },
      headers: keptByAnyone(language, HOUR),
    })
  }),
)
