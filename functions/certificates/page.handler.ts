import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { serve } from '../serve.ts'
import { keepPage } from './looking/keep-page.ts'
import { showPage } from './looking/page-view.ts'
import { setCertificatePageRoute } from './page.route.ts'

const deps = { table: tableNamed('TABLE'), clock, settings: deployed(outgoingSettings) }

const on = answering(bySession(deps))

export const handler = serve(
  on(setCertificatePageRoute, async ({ params: { id = '' }, body: { url } }, { accountId }) =>
    answered(200, await keepPage(deps, accountId, { id, url }), (kept) => ({ page: showPage(kept) })),
  ),
)
